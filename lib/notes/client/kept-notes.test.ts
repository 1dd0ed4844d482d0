import { beforeEach, describe, expect, it, vi } from 'vitest';
import { exportMarkdown } from '../export-markdown';
import { mergeNotes, noteLimits, type Note } from '../note';
import { readNotes } from '../read-notes';
import { findKeptNotes, forgetNotes, keepNoteHere, keptNotesKey } from './kept-notes';
import { mergeKeptNotes } from './merge-kept-notes';

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const at = (second: number) => `2026-11-23T10:00:${String(second).padStart(2, '0')}.000Z`;
const note = (number: number, change: Partial<Note> = {}): Note => ({
  id: idOf(number),
  lesson: 'c/a',
  heading: null,
  quote: { prefix: '', exact: 'a passage', suffix: '' },
  body: '',
  createdAt: at(0),
  updatedAt: at(0),
  ...change,
});

const texts = new Map<string, string>();
beforeEach(() => {
  texts.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => texts.get(key) ?? null,
    removeItem: (key: string) => void texts.delete(key),
    setItem: (key: string, text: string) => void texts.set(key, text),
  });
});

describe('notes that a browser keeps', () => {
  it('are found again, the later state of each', () => {
    keepNoteHere(null, note(1));
    keepNoteHere(null, note(2));
    keepNoteHere(null, note(1, { body: 'edited', updatedAt: at(5) }));
    keepNoteHere(null, note(1, { body: 'late news', updatedAt: at(3) }));
    expect(findKeptNotes(null).map(({ body }) => body)).toEqual(['edited', '']);
  });

  it('have a limit that is told in words, and nothing is lost at it', () => {
    texts.set(
      keptNotesKey(null),
      JSON.stringify({ version: 1, notes: Array.from({ length: noteLimits.perBrowser }, (_, n) => note(n)) }),
    );
    expect(keepNoteHere(null, note(9999))).toMatch(/holds 300 notes\. Delete some, or sign in/);
    expect(findKeptNotes(null)).toHaveLength(noteLimits.perBrowser);
  });

  it('leave out what is not a note', () => {
    texts.set(
      keptNotesKey(null),
      JSON.stringify({ version: 1, notes: [note(1), { ...note(2), id: 'x' }, null, 7] }),
    );
    expect(findKeptNotes(null)).toEqual([note(1)]);
  });

  it('are not forgotten when they changed since', () => {
    keepNoteHere(null, note(1));
    const sent = findKeptNotes(null);
    keepNoteHere(null, note(1, { body: 'newer', updatedAt: at(9) }));
    forgetNotes(null, [idOf(1)], sent);
    expect(findKeptNotes(null)).toHaveLength(1);
  });

  it('go to the account in parts; those that it has no room for stay', async () => {
    for (let number = 0; number < 60; number += 1) keepNoteHere(null, note(number));
    const sizes: number[] = [];
    vi.stubGlobal('fetch', async (_path: string, init: { body: string }) => {
      const ids = readNotes(Reflect.get(JSON.parse(init.body), 'notes')).map(({ id }) => id);
      sizes.push(ids.length);
      return Response.json({ kept: ids.filter((id) => id !== idOf(7)) });
    });
    await mergeKeptNotes('ada');
    expect(sizes).toEqual([50, 10]);
    expect(findKeptNotes(null).map(({ id }) => id)).toEqual([idOf(7)]);
  });
});

it('notes merge alike in either order', () => {
  const [old, edited] = [note(1), note(1, { body: 'edited', updatedAt: at(5) })];
  expect(mergeNotes([old], [edited])).toEqual([edited]);
  expect(mergeNotes([edited], [old])).toEqual([edited]);
});

it('the export holds every note in the course’s order, and passages cannot turn into markup', () => {
  const lessons = [
    { key: 'c/a', title: 'First', href: '/courses/c/a' },
    { key: 'c/b', title: 'Second', href: '/courses/c/b' },
  ];
  const notes = [
    note(1, { lesson: 'c/b', body: 'mine' }),
    note(2, { quote: { prefix: '', exact: '[x](javascript:1)\n<b>two</b>', suffix: '' } }),
    note(3, { lesson: 'c/gone' }),
  ];
  expect(exportMarkdown(notes, lessons, 'https://site.example')).toBe(`# My notes on System Design Mastery

## [First](https://site.example/courses/c/a)

> \\[x\\](javascript:1)
> \\<b\\>two\\</b\\>

## [Second](https://site.example/courses/c/b)

> a passage

mine

## c/gone

> a passage
`);
});
