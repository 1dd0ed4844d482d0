import 'server-only';
import type { ScenarioBrief } from '@/labs/protocol/scenario-brief';
import { startFiles } from './start-files';
import { findWorkspace } from './store';
import type { SavedWorkspace } from './workspace/workspace-files';

/** The learner's files of a scenario, or the start files (revision 0) when nothing was saved yet. Makes nothing. */
export async function openWorkspace(learner: string, scenario: ScenarioBrief): Promise<SavedWorkspace> {
  const saved = await findWorkspace(learner, scenario.slug);
  return saved ?? { files: startFiles(scenario, 'nginx'), revision: 0 };
}
