import 'server-only';
import { RunId } from '@/labs/protocol/names';
import { findScenario } from './catalogue';
import { makeRunCard } from './make-run-card';
import type { RunCard } from './run-card';
import { listRunRecords, listVerdicts } from './store';

/**
 * What others would see of those of these runs that are the learner's own. Of all others it says nothing, so that nobody learns
 * whether a run exists.
 */
export async function describeOwnRuns(
  learner: string,
  ids: readonly string[],
): Promise<{ run: string; card: RunCard }[]> {
  const known = [...new Set(ids)].filter((id) => RunId.safeParse(id).success);
  if (known.length === 0) return [];
  const [runs, verdicts] = await Promise.all([listRunRecords(learner, known), listVerdicts(learner, known)]);
  return Promise.all(
    runs.map(async (run) => {
      const own = verdicts.filter((verdict) => verdict.run === run.id);
      const byTask = new Map(own.map(({ task, verdict }) => [task, verdict]));
      return { run: run.id, card: makeRunCard(run, await findScenario(run.scenario), byTask) };
    }),
  );
}
