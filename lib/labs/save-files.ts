import 'server-only';
import { refusal, success, type Outcome } from '@/lib/outcome/outcome';
import { findScenario } from './catalogue';
import { createWorkspace, findWorkspace, replaceWorkspace } from './store';
import type { SavedWorkspace, WorkspaceFiles } from './workspace/workspace-files';

export type SaveResult =
  | { kind: 'saved'; revision: number }
  /** Another tab saved first. Nothing was overwritten; `current` is what is stored. */
  | { kind: 'conflict'; current: SavedWorkspace };

/** Autosave: stores `files` as the successor of `revision` (0: nothing was saved before). */
export async function saveFiles(
  learner: string,
  slug: string,
  files: WorkspaceFiles,
  revision: number,
): Promise<Outcome<SaveResult, 'unknown-scenario'>> {
  if ((await findScenario(slug)) === null) return refusal('unknown-scenario', 'There is no such lab.');
  const stored =
    revision === 0
      ? await createWorkspace(learner, slug, files)
      : await replaceWorkspace(learner, slug, { files, revision });
  if (stored) return success({ kind: 'saved', revision: revision + 1 });
  const current = await findWorkspace(learner, slug);
  // The row went between two statements only when the account was removed: then there is nothing to conflict with.
  return success(current === null ? { kind: 'saved', revision } : { kind: 'conflict', current });
}
