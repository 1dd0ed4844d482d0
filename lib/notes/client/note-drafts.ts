import { readLocal, writeLocal } from '@/lib/ui/local-text';
import type { Note } from '../note';
import { readNotes } from '../read-notes';

/** What was typed into the form of a note and not saved, for a visitor or a learner, in this browser only. */
const draftsKey = (viewer: string | null) => `mastery.notes-drafts${viewer ? `.${viewer}` : ''}`;

/** More half-written notes than this are not found again by anybody; the oldest goes. */
const most = 20;

/** The note as it would be if it were saved now, for each that was left unsaved. */
export const findDrafts = (viewer: string | null): Note[] => {
  try {
    return readNotes(JSON.parse(readLocal(draftsKey(viewer)) ?? '[]'));
  } catch {
    return [];
  }
};

const write = (viewer: string | null, drafts: readonly Note[]) =>
  writeLocal(draftsKey(viewer), drafts.length === 0 ? null : JSON.stringify(drafts.slice(-most)));

const without = (drafts: readonly Note[], id: string) => drafts.filter((draft) => draft.id !== id);

/** False when the browser does not keep it. */
export const keepDraft = (viewer: string | null, draft: Note): boolean =>
  write(viewer, [...without(findDrafts(viewer), draft.id), draft]);

export const forgetDraft = (viewer: string | null, id: string): void => {
  const drafts = findDrafts(viewer);
  const rest = without(drafts, id);
  if (rest.length < drafts.length) write(viewer, rest);
};
