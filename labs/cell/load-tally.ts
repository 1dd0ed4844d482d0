import type { AgentNotice } from './agent-client';
import { serverNames, type ServerName } from '@/labs/protocol/names';
import type { RequestTrace } from '@/labs/protocol/requests';
import type { LoadReport } from './live-cell';

type Tick = Extract<AgentNotice, { type: 'tick' }>;
type Sample = Tick['samples'][number];

export interface LoadTally {
  add(tick: Tick): void;
  report(servedAfter: Record<ServerName, number>, trace: (sample: Sample) => RequestTrace): LoadReport;
}

/** Sums the ticks of one bounded load. */
export function createLoadTally(servedBefore: Record<ServerName, number>): LoadTally {
  const totals = { sent: 0, repeated: 0, ok: 0, failed: 0 };
  const failures: Record<string, number> = {};
  const medians: { p50Ms: number; weight: number }[] = [];
  let p99Ms: number | null = null;
  let firstFailure: Sample | null = null;

  return {
    add(tick) {
      totals.sent += tick.sent;
      totals.repeated += tick.repeated ?? 0;
      totals.ok += tick.ok;
      totals.failed += tick.failed;
      for (const [cause, count] of Object.entries(tick.failures))
        failures[cause] = (failures[cause] ?? 0) + count;
      if (tick.p50Ms !== null) medians.push({ p50Ms: tick.p50Ms, weight: tick.ok + tick.failed });
      if (tick.p99Ms !== null) p99Ms = Math.max(p99Ms ?? 0, tick.p99Ms);
      for (const sample of tick.samples)
        if (isFailure(sample) && (firstFailure === null || sample.at < firstFailure.at))
          firstFailure = sample;
    },
    report(servedAfter, trace) {
      const servedBy: Record<ServerName, number> = { app1: 0, app2: 0, app3: 0 };
      for (const name of serverNames) servedBy[name] = servedAfter[name] - servedBefore[name];
      return {
        ...totals,
        failures,
        servedBy,
        p50Ms: weightedMedian(medians),
        p99Ms,
        firstFailure: firstFailure && trace(firstFailure),
      };
    },
  };
}

/** A request failed when no answer came, or the answer is an error (4xx or 5xx): the load asks only for what exists. */
export function isFailure({ status, error }: Pick<RequestTrace, 'status' | 'error'>): boolean {
  return error !== null || status === null || status >= 400;
}

function weightedMedian(values: { p50Ms: number; weight: number }[]): number | null {
  const sorted = values.toSorted((a, b) => a.p50Ms - b.p50Ms);
  const half = sorted.reduce((sum, value) => sum + value.weight, 0) / 2;
  let seen = 0;
  for (const value of sorted) {
    seen += value.weight;
    if (seen >= half) return value.p50Ms;
  }
  return null;
}
