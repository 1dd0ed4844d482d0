import { beforeEach, expect, it, vi } from 'vitest';
import type { Note } from '../note';
import { findDrafts, forgetDraft, keepDraft } from './note-drafts';

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const draft = (number: number, body: string): Note => ({
  id: idOf(number),
  lesson: 'c/a',
  heading: null,
  quote: { prefix: '', exact: 'a passage', suffix: '' },
  body,
  createdAt: '2026-11-23T10:00:00.000Z',
  updatedAt: '2026-11-23T10:00:00.000Z',
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

it('unsaved words are found again, the last state of each note, until they are forgotten', () => {
  keepDraft(null, draft(1, 'half'));
  keepDraft(null, draft(2, 'other'));
  keepDraft(null, draft(1, 'half a thought'));
  expect(findDrafts(null).map(({ body }) => body)).toEqual(['other', 'half a thought']);
  forgetDraft(null, idOf(1));
  forgetDraft(null, idOf(2));
  expect([...texts.keys()]).toEqual([]);
});

it('unsaved words of one account are not those of another', () => {
  keepDraft('ada', draft(1, 'mine'));
  expect(findDrafts('bob')).toEqual([]);
  expect(findDrafts(null)).toEqual([]);
  expect(findDrafts('ada')).toHaveLength(1);
});

it('the oldest of many unsaved notes goes, and broken storage is no draft', () => {
  for (let number = 0; number < 25; number += 1) keepDraft(null, draft(number, 'words'));
  expect(findDrafts(null)).toHaveLength(20);
  expect(findDrafts(null).at(-1)?.id).toBe(idOf(24));
  for (const key of texts.keys()) texts.set(key, '{');
  expect(findDrafts(null)).toEqual([]);
});
