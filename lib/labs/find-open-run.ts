import 'server-only';
import { listRunRows } from './store';

/** The learner's open run of a scenario; `isLive`: as far as the site knows its cell is up. */
export async function findOpenRun(
  learner: string,
  scenario: string,
): Promise<{ id: string; isLive: boolean } | null> {
  const runs = await listRunRows(learner, 100);
  const open = runs.find((run) => run.scenario === scenario && run.isOpen);
  return open === undefined ? null : { id: open.id, isLive: open.state === 'live' };
}
