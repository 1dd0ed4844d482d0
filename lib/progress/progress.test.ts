import { describe, expect, it } from 'vitest';
import { mergeProgress, mostEntries, noProgress, timeAfter, type Progress } from './progress';
import { ProgressForm } from './progress-form';
import { readProgress } from './read-progress';

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`;

const phone: Progress = {
  read: { 'c/a': at(3), 'c/b': at(5) },
  places: { 'c/c': { heading: 'old', at: at(4) } },
  checks: { 'c/a/one': { right: true, at: at(3) }, 'c/a/two': { right: false, at: at(3) } },
  answers: { 'c/a/q': { rating: 'notYet', at: at(3) } },
};
const desk: Progress = {
  read: { 'c/a': at(2), 'c/d': at(6) },
  places: { 'c/c': { heading: 'new', at: at(7) } },
  checks: { 'c/a/one': { right: false, at: at(8) } },
  answers: { 'c/a/q': { rating: 'could', at: at(9) } },
};

describe('merging progress', () => {
  it('keeps everything: the earlier date of reading, the later place and rating, and what was right once', () => {
    expect(mergeProgress(phone, desk)).toEqual({
      read: { 'c/a': at(2), 'c/b': at(5), 'c/d': at(6) },
      places: { 'c/c': { heading: 'new', at: at(7) } },
      checks: { 'c/a/one': { right: true, at: at(8) }, 'c/a/two': { right: false, at: at(3) } },
      answers: { 'c/a/q': { rating: 'could', at: at(9) } },
    });
  });

  it('gives the same in either order and however often', () => {
    const once = mergeProgress(phone, desk);
    expect(mergeProgress(desk, phone)).toEqual(once);
    expect(mergeProgress(mergeProgress(once, desk), phone)).toEqual(once);
    expect(mergeProgress(noProgress(), once)).toEqual(once);
  });

  it('agrees on one of two places that were left in the same moment', () => {
    const here = { ...noProgress(), places: { 'c/a': { heading: 'x', at: at(1) } } };
    const there = { ...noProgress(), places: { 'c/a': { heading: 'y', at: at(1) } } };
    expect(mergeProgress(here, there)).toEqual(mergeProgress(there, here));
  });

  it('a change made now is later than what it replaces, also on a clock that is behind', () => {
    expect(timeAfter(at(9), new Date(at(2))) > at(9)).toBe(true);
    expect(timeAfter(undefined, new Date(at(2)))).toBe(at(2));
  });
});

describe('reading what a browser kept', () => {
  it('takes what was written, and the request’s schema agrees', () => {
    expect(readProgress(JSON.parse(JSON.stringify(phone)))).toEqual(phone);
    expect(ProgressForm.parse(phone)).toEqual(phone);
  });

  it.each([
    ['nothing', null],
    ['text', 'progress'],
    ['a list', [1, 2]],
    ['another shape', { read: [], places: 3, checks: null }],
  ])('makes %s empty progress', (_name, value) => {
    expect(readProgress(value)).toEqual(noProgress());
  });

  it('leaves out entries that do not fit and keeps the others', () => {
    const damaged = {
      read: {
        'c/a': at(1),
        'c/b': 'yesterday',
        '../x': at(1),
        'c/d/e': at(1),
        'c/f': '2026-99-99T10:00:00.000Z',
      },
      places: { 'c/a': { heading: 'x" onclick="', at: at(1) }, 'c/b': { heading: 'größe-1', at: at(1) } },
      answers: { 'c/a/q': { rating: 'perfect', at: at(1) } },
    };
    expect(readProgress(damaged)).toEqual({
      ...noProgress(),
      read: { 'c/a': at(1) },
      places: { 'c/b': { heading: 'größe-1', at: at(1) } },
    });
    expect(ProgressForm.safeParse(damaged).success).toBe(false);
  });

  it('keeps the newest entries when there are too many', () => {
    const many = Object.fromEntries(
      Array.from({ length: mostEntries.read + 5 }, (_, index) => [`c/l${index}`, at(1)]),
    );
    const { read } = readProgress({ read: many });
    expect(Object.keys(read)).toHaveLength(mostEntries.read);
    expect(read[`c/l${mostEntries.read + 4}`]).toBe(at(1));
  });
});
