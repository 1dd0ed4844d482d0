import { z } from 'zod';
import { initialFiles, sameFiles, type FilesState } from './files-state';
import { SavedWorkspace, WorkspaceFiles } from './workspace-files';

const texts = z.record(z.string(), z.string());
/**
 * Edits that the site has not confirmed, kept in the browser; `revision` is the one that they were made on.
 * The limits of files are not asked for: what the site refuses is the very thing that only the draft holds.
 */
const Draft = SavedWorkspace.extend({ files: WorkspaceFiles.extend({ nginx: texts, haproxy: texts }) });

type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export const draftKey = (learner: string, scenario: string) => `lab-draft:${learner}:${scenario}`;

/** Writes or, once everything is saved, removes the draft. A browser without storage loses nothing but this safety net. */
export function keepDraft(storage: DraftStorage, key: string, state: FilesState): void {
  try {
    if (state.edit === state.savedEdit) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify({ files: state.files, revision: state.revision }));
  } catch {
    // Storage is full or forbidden.
  }
}

function findDraft(storage: DraftStorage, key: string): z.infer<typeof Draft> | null {
  try {
    const parsed = Draft.safeParse(JSON.parse(storage.getItem(key) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/**
 * The files to open with: the site's, or the draft when it is the newer work. A draft that was made on an older revision
 * is a conflict, and the learner chooses.
 */
export function openWithDraft(
  storage: DraftStorage,
  key: string,
  saved: { files: WorkspaceFiles; revision: number },
): FilesState {
  const state = initialFiles(saved.files, saved.revision);
  const draft = findDraft(storage, key);
  if (draft === null || sameFiles(draft.files, saved.files)) return state;
  const dirty: FilesState = { ...state, files: draft.files, edit: 1 };
  return draft.revision === saved.revision ? dirty : { ...dirty, conflict: saved };
}
