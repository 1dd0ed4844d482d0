import { describe, expect, it } from 'vitest';
import { lettersOf, type LessonWords } from '@/lib/courses/lesson-words';
import { describeAbout, type Asked } from './standing';
import { textFragment } from './text-fragment';

const words = (text: string, digest: string, ...headings: string[]): LessonWords => ({
  letters: lettersOf(text),
  digest,
  headings: new Map(headings.map((heading) => [heading, heading.toUpperCase()])),
});
const asked: Asked = {
  heading: 'leases',
  passage: 'A lease ends.',
  passageCheckedFor: 'v1',
  passageHolds: null,
};
const standing = (change: Partial<Asked>, now: LessonWords | null) =>
  describeAbout({ ...asked, ...change }, now)?.standing;

describe('what a question was asked about', () => {
  it('is current where the lesson still says it, also in other lines and with other commas', () => {
    expect(standing({}, words('Now: a lease,\nends. And more', 'v2', 'leases'))).toBe('current');
  });

  it('has changed when the words, the heading or the lesson are gone', () => {
    expect(standing({}, words('A lease expires.', 'v2', 'leases'))).toBe('changed');
    expect(standing({}, words('A lease ends.', 'v2', 'tickets'))).toBe('changed');
    expect(standing({ passage: null }, words('', 'v2', 'tickets'))).toBe('changed');
    expect(standing({}, null)).toBe('changed');
  });

  it('is current on the very text on which it was asked, though the source lacks the words of a drawing', () => {
    expect(standing({}, words('No such words.', 'v1'))).toBe('current');
  });

  it('has the standing that somebody gave it for this text, and is asked about again after the next change', () => {
    const said = { passageCheckedFor: 'v2' };
    const now = words('A lease expires.', 'v2', 'leases');
    expect(standing({ ...said, passageHolds: true }, now)).toBe('applies');
    expect(standing({ ...said, passageHolds: false }, now)).toBe('outdated');
    expect(standing({ ...said, passageHolds: true }, words('A lease is over.', 'v3', 'leases'))).toBe(
      'changed',
    );
    expect(standing({ ...said, passageHolds: false }, words('A lease ends.', 'v3', 'leases'))).toBe(
      'current',
    );
  });

  it('is nothing for a question on a lesson as a whole', () => {
    expect(describeAbout({ ...asked, heading: null, passage: null }, null)).toBeNull();
  });
});

describe('a text fragment', () => {
  it('holds short passages whole and long ones by their ends, with nothing that could be read as its syntax', () => {
    expect(textFragment('a-b, c&d #e')).toBe(':~:text=a%2Db%2C%20c%26d%20%23e');
    expect(textFragment('1 2 3 4 5 6 7 8 9 10 11')).toBe(':~:text=1%202%203%204%205,7%208%209%2010%2011');
  });
});
