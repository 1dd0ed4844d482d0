import 'server-only';
import type { PredictionOutcome, TaskVerdict } from '@/labs/protocol/tasks';
import { listStandings } from './store';

export type TaskRecord = {
  verdict: TaskVerdict;
  prediction: PredictionOutcome | null;
  isPassed: boolean;
  bestFailedRequests: number | null;
};

/** What the learner has reached in each task of a scenario, by task id. */
export async function listTaskStandings(learner: string, slug: string): Promise<Record<string, TaskRecord>> {
  const standings = await listStandings(learner, slug);
  return Object.fromEntries(
    standings.map(({ task, verdict, prediction, isPassed, bestFailedRequests }) => [
      task,
      { verdict, prediction, isPassed, bestFailedRequests },
    ]),
  );
}
