import 'server-only';
import { listScenarios } from '@/lib/labs/catalogue';
import { listProgress } from '@/lib/labs/list-progress';
import type { LabStanding } from './lab-standing';
import type { Progress } from './progress';
import { findRows } from './store';

/** A learner's progress, and the labs that they began, by slug. */
export type AccountProgress = { progress: Progress; labs: Record<string, LabStanding> };

export async function findProgress(learner: string): Promise<AccountProgress> {
  const scenarios = await listScenarios();
  const [progress, standings] = await Promise.all([findRows(learner), listProgress(learner, scenarios)]);
  const begun = Object.entries(standings).flatMap(([slug, { passed, total, run }]) =>
    passed > 0 || run !== null ? [[slug, { passed, total }] as const] : [],
  );
  return { progress, labs: Object.fromEntries(begun) };
}
