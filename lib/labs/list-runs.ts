import 'server-only';
import { listRunRows, type Run } from './store';

/** The learner's latest runs, newest first, at most 50. */
export async function listRuns(learner: string): Promise<Omit<Run, 'learner'>[]> {
  const runs = await listRunRows(learner, 50);
  return runs.map(({ id, scenario, state, isOpen, createdAt }) => ({
    id,
    scenario,
    state,
    isOpen,
    createdAt,
  }));
}
