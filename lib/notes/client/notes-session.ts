import { sendJson } from '@/lib/http/send-json';
import { mergeNotes, type Note } from '../note';
import { findKeptNotes, forgetNotes, keepNoteHere, keptNotesKey } from './kept-notes';
import { sendNotes } from './send-notes';

export type NotesSession = {
  current(): readonly Note[];
  /** Resolves with a sentence when the note could not be kept; it is not among the current ones then. */
  keep(note: Note): Promise<string | null>;
  /** Resolves with a sentence when the note is still there. */
  remove(note: Note): Promise<string | null>;
  subscribe(listener: () => void): () => void;
};

/** A reader's notes on an open page, in the order in which they were made. `account` are those that the site sent; of one lesson when `lesson` is given. */
export const openNotes = (
  viewer: string | null,
  account: readonly Note[],
  lesson: string | null,
): NotesSession => {
  const listeners = new Set<() => void>();
  // What this browser kept is on its way into the account, and part of it already on this page.
  let stored = viewer === null ? account : mergeNotes(account, findKeptNotes(null));
  let notes: readonly Note[] = [];
  const collect = () => {
    notes = mergeNotes(stored, findKeptNotes(viewer))
      .filter((note) => lesson === null || note.lesson === lesson)
      .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  };
  const tell = () => {
    collect();
    listeners.forEach((listener) => listener());
  };
  collect();
  window.addEventListener('storage', ({ key }) => {
    if (key === keptNotesKey(null) || key === keptNotesKey(viewer)) tell();
  });
  const store = async (note: Note): Promise<string | null> => {
    if (viewer === null) return keepNoteHere(null, note);
    const sent = await sendNotes([note]);
    if (!sent.ok) return sent.mayRetry ? keepNoteHere(viewer, note) : sent.message;
    stored = mergeNotes(stored, [note]);
    return null;
  };
  return {
    current: () => notes,
    async keep(note) {
      const problem = await store(note);
      if (problem === null) tell();
      return problem;
    },
    async remove(note) {
      if (viewer !== null) {
        const sent = await sendJson('DELETE', `/api/notes/${note.id}`);
        if (!sent.ok) return `${sent.message} The note is still there.`;
      }
      stored = stored.filter((one) => one.id !== note.id);
      for (const owner of [null, viewer]) forgetNotes(owner, [note.id]);
      tell();
      return null;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
