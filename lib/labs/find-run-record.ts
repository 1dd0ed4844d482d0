import 'server-only';
import { RunId } from '@/labs/protocol/names';
import { findScenario } from './catalogue';
import { findRunRecord as findRow } from './store';

/** A run of the learner with what happened in it. Null when there is none, or when it is somebody else's. */
export async function findRunRecord(id: string, learner: string) {
  const run = RunId.safeParse(id);
  const row = run.success ? await findRow(run.data, learner) : null;
  if (row === null) return null;
  const scenario = await findScenario(row.scenario);
  return { ...row, title: scenario?.title ?? row.scenario };
}
