import type { LabFiles } from '@/labs/protocol/files';
import type { Balancer } from '@/labs/protocol/names';
import type { WorkspaceFiles } from './workspace-files';

/**
 * The learner's files in the page, and how far the site has them.
 * `edit` counts local changes; `savedEdit` is the edit that revision `revision` holds.
 */
export type FilesState = {
  files: WorkspaceFiles;
  edit: number;
  savedEdit: number;
  revision: number;
  saving: number | null;
  problem: string | null;
  /** What another tab saved meanwhile. Nothing is overwritten until the learner chose. */
  conflict: { files: WorkspaceFiles; revision: number } | null;
};

export type FilesAction =
  | { type: 'edited'; name: string; text: string }
  | { type: 'added'; name: string; text: string }
  | { type: 'renamed'; from: string; to: string }
  | { type: 'deleted'; name: string }
  | { type: 'chose-balancer'; balancer: Balancer }
  | { type: 'replaced'; files: WorkspaceFiles; revision: number }
  | { type: 'restored'; files: WorkspaceFiles }
  | { type: 'save-started' }
  | { type: 'saved'; revision: number }
  | { type: 'save-failed'; message: string }
  | { type: 'conflicted'; files: WorkspaceFiles; revision: number }
  | { type: 'kept-mine' }
  | { type: 'took-theirs' };

export function initialFiles(files: WorkspaceFiles, revision: number): FilesState {
  return { files, edit: 0, savedEdit: 0, revision, saving: null, problem: null, conflict: null };
}

export const isDirty = (state: FilesState) => state.edit !== state.savedEdit;

/** A save may start: something changed, none is under way and no conflict waits for the learner. */
export const shouldSave = (state: FilesState) =>
  isDirty(state) && state.saving === null && state.conflict === null;

export function reduceFiles(state: FilesState, action: FilesAction): FilesState {
  const { balancer } = state.files;
  const current = state.files[balancer];
  switch (action.type) {
    case 'edited':
      return current[action.name] === action.text || !(action.name in current)
        ? state
        : changed(state, { [balancer]: { ...current, [action.name]: action.text } });
    case 'added':
      return action.name in current
        ? state
        : changed(state, { [balancer]: { ...current, [action.name]: action.text } });
    case 'renamed':
      return action.to in current
        ? state
        : changed(state, {
            [balancer]: Object.fromEntries(
              Object.entries(current).map(([name, text]) => [name === action.from ? action.to : name, text]),
            ),
          });
    case 'deleted':
      return changed(state, {
        [balancer]: Object.fromEntries(Object.entries(current).filter(([name]) => name !== action.name)),
      });
    case 'chose-balancer':
      return action.balancer === balancer ? state : changed(state, { balancer: action.balancer });
    case 'replaced':
      return { ...initialFiles(action.files, action.revision), edit: state.edit, savedEdit: state.edit };
    case 'restored':
      return sameFiles(state.files, action.files) ? state : changed(state, action.files);
    case 'save-started':
      return { ...state, saving: state.edit };
    case 'saved':
      return {
        ...state,
        savedEdit: state.saving ?? state.savedEdit,
        saving: null,
        revision: action.revision,
        problem: null,
      };
    case 'save-failed':
      return { ...state, saving: null, problem: action.message };
    case 'conflicted':
      // The answer to an earlier save may have been lost: then "theirs" is our own text.
      return sameFiles(action.files, state.files)
        ? { ...state, saving: null, savedEdit: state.edit, revision: action.revision, problem: null }
        : { ...state, saving: null, conflict: { files: action.files, revision: action.revision } };
    case 'kept-mine':
      return state.conflict === null
        ? state
        : { ...state, revision: state.conflict.revision, conflict: null };
    case 'took-theirs':
      return state.conflict === null
        ? state
        : {
            ...initialFiles(state.conflict.files, state.conflict.revision),
            edit: state.edit + 1,
            savedEdit: state.edit + 1,
          };
  }
}

function changed(state: FilesState, part: Partial<WorkspaceFiles>): FilesState {
  return { ...state, files: { ...state.files, ...part }, edit: state.edit + 1 };
}

export function sameFiles(a: WorkspaceFiles, b: WorkspaceFiles): boolean {
  return a.balancer === b.balancer && sameSet(a.nginx, b.nginx) && sameSet(a.haproxy, b.haproxy);
}

export function sameSet(a: LabFiles, b: LabFiles): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
