import type { Balancer } from '@/labs/protocol/names';
import type { ScenarioBrief } from '@/labs/protocol/scenario-brief';
import type { WorkspaceFiles } from './workspace/workspace-files';

/** What a learner finds when the scenario is opened for the first time. */
export function startFiles(scenario: ScenarioBrief, balancer: Balancer): WorkspaceFiles {
  return { balancer, nginx: scenario.start.nginx, haproxy: scenario.start.haproxy };
}
