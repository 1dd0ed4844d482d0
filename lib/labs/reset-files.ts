import 'server-only';
import type { Balancer } from '@/labs/protocol/names';
import { refusal, success, type Outcome } from '@/lib/outcome/outcome';
import { findScenario } from './catalogue';
import { startFiles } from './start-files';
import { createWorkspace, findWorkspace, replaceWorkspace } from './store';
import type { SavedWorkspace } from './workspace/workspace-files';

/** Puts the start files of `balancer` back; the other balancer's files stay. The learner confirmed, so the newest revision is replaced. */
export async function resetFiles(
  learner: string,
  slug: string,
  balancer: Balancer,
): Promise<Outcome<SavedWorkspace, 'unknown-scenario' | 'changed-meanwhile'>> {
  const scenario = await findScenario(slug);
  if (scenario === null) return refusal('unknown-scenario', 'There is no such lab.');
  const current = await findWorkspace(learner, slug);
  const fresh = startFiles(scenario, balancer);
  if (current === null) {
    const stored = await createWorkspace(learner, slug, fresh);
    if (stored) return success({ files: fresh, revision: 1 });
  } else {
    const files = { ...current.files, balancer, [balancer]: fresh[balancer] };
    if (await replaceWorkspace(learner, slug, { files, revision: current.revision }))
      return success({ files, revision: current.revision + 1 });
  }
  return refusal(
    'changed-meanwhile',
    'Another tab changed the files at this moment. Look at them, then reset again.',
  );
}
