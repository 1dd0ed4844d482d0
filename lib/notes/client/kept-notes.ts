import { readLocal, writeLocal } from '@/lib/ui/local-text';
import { mergeNotes, noteLimits, type Note } from '../note';
import { readNotes } from '../read-notes';

/** Notes of visitors, and of a learner as far as the account does not have them yet (`viewer`: the learner's id). */
export const keptNotesKey = (viewer: string | null) => (viewer ? `mastery.notes.${viewer}` : 'mastery.notes');

const version = 1;

export const findKeptNotes = (viewer: string | null): Note[] => {
  try {
    const value: unknown = JSON.parse(readLocal(keptNotesKey(viewer)) ?? 'null');
    const isOurs = typeof value === 'object' && value !== null && Reflect.get(value, 'version') === version;
    return isOurs ? readNotes(Reflect.get(value, 'notes')) : [];
  } catch {
    return [];
  }
};

const write = (viewer: string | null, notes: readonly Note[]) =>
  writeLocal(keptNotesKey(viewer), notes.length === 0 ? null : JSON.stringify({ version, notes }));

/** Keeps a note in this browser. Returns a sentence when it does not fit. */
export const keepNoteHere = (viewer: string | null, note: Note): string | null => {
  const notes = mergeNotes(findKeptNotes(viewer), [note]);
  if (notes.length > noteLimits.perBrowser)
    return `This browser holds ${noteLimits.perBrowser} notes. Delete some, or sign in: an account holds ${noteLimits.perAccount}.`;
  return write(viewer, notes)
    ? null
    : 'This browser does not keep it: its storage is full or switched off. Sign in to keep notes in your account.';
};

/** Takes notes out of this browser, except those that were changed since (`asOf`). */
export const forgetNotes = (viewer: string | null, ids: readonly string[], asOf?: readonly Note[]): void => {
  const notes = findKeptNotes(viewer);
  const isUnchanged = (note: Note) =>
    asOf === undefined || asOf.some((old) => old.id === note.id && old.updatedAt === note.updatedAt);
  const rest = notes.filter((note) => !ids.includes(note.id) || !isUnchanged(note));
  if (rest.length < notes.length) write(viewer, rest);
};
