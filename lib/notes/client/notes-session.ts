import { sendJson } from '@/lib/http/send-json';
import { mergeNotes, type Note } from '../note';
import { findKeptNotes, forgetNotes, keepNoteHere, keptNotesKey } from './kept-notes';
import { findDrafts, forgetDraft, keepDraft } from './note-drafts';
import { sendNotes } from './send-notes';

export type NotesSession = {
  current(): readonly Note[];
  /** Notes as they would be with the words that were typed and not saved. */
  drafts(): readonly Note[];
  /** With every key that is typed, so nobody is told; `showDrafts` tells. */
  keepDraft(draft: Note): void;
  showDrafts(): void;
  forgetDraft(id: string): void;
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
  let drafts: readonly Note[] = [];
  const owners = viewer === null ? [null] : [null, viewer];
  const isHere = (note: Note) => lesson === null || note.lesson === lesson;
  const collect = () => {
    notes = mergeNotes(stored, findKeptNotes(viewer))
      .filter(isHere)
      .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
    drafts = owners.flatMap(findDrafts).filter(isHere);
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
  const dropDraft = (id: string) => owners.forEach((owner) => forgetDraft(owner, id));
  return {
    current: () => notes,
    drafts: () => drafts,
    keepDraft(draft) {
      dropDraft(draft.id);
      keepDraft(viewer, draft);
    },
    showDrafts: tell,
    forgetDraft(id) {
      dropDraft(id);
      tell();
    },
    async keep(note) {
      const problem = await store(note);
      if (problem !== null) return problem;
      dropDraft(note.id);
      tell();
      return null;
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
