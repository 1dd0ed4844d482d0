import 'server-only';
import type { ScenarioBrief } from '@/labs/protocol/scenario-brief';
import { listRunRows, listStandings } from './store';

/** A learner's progress in a scenario. `run` is the open run, if any. */
export type ScenarioProgress = {
  passed: number;
  total: number;
  bestFailedRequests: number | null;
  run: { id: string; state: 'live' | 'suspended' } | null;
};

/** Progress in each of `scenarios`, by slug. */
export async function listProgress(
  learner: string,
  scenarios: readonly ScenarioBrief[],
): Promise<Record<string, ScenarioProgress>> {
  const [standings, runs] = await Promise.all([listStandings(learner), listRunRows(learner, 100)]);
  return Object.fromEntries(
    scenarios.map((scenario) => {
      const mine = standings.filter((one) => one.scenario === scenario.slug && one.isPassed);
      const known = new Set(scenario.tasks.map((task) => task.id));
      const counted = mine.flatMap((one) => one.bestFailedRequests ?? []);
      const open = runs.find((run) => run.scenario === scenario.slug && run.isOpen);
      const progress: ScenarioProgress = {
        passed: mine.filter((one) => known.has(one.task)).length,
        total: scenario.tasks.length,
        bestFailedRequests: counted.length === 0 ? null : Math.min(...counted),
        run: open === undefined ? null : { id: open.id, state: open.state === 'live' ? 'live' : 'suspended' },
      };
      return [scenario.slug, progress];
    }),
  );
}
