import { build, type Histogram } from 'hdr-histogram-js';
import type { AgentEvent, LoadSample } from '@/labs/protocol/agent-frames';
import type { z } from 'zod';

type Sample = z.infer<typeof LoadSample>;
type Tick = Extract<AgentEvent, { type: 'tick' }>;

/** 10 samples in each 250 ms are the 40 a second that the protocol allows. */
const samplesPerWindow = 10;

const isFailure = (sample: Sample) => sample.error !== null || sample.status === null || sample.status >= 400;

/** Collects what finished since the last tick. Latencies in µs, up to 60 s, with two digits of precision. */
export function createLoadWindow() {
  const histogram: Histogram = build({
    bitBucketSize: 32,
    autoResize: false,
    lowestDiscernibleValue: 1,
    highestTrackableValue: 60_000_000,
    numberOfSignificantValueDigits: 2,
    useWebAssembly: false,
  });
  let startedAt = performance.now();
  let sent = 0;
  let ok = 0;
  let repeated = 0;
  let failures = new Map<string, number>();
  let failed: Sample[] = [];
  let succeeded: Sample[] = [];

  const percentile = (p: number) =>
    histogram.totalCount === 0 ? null : histogram.getValueAtPercentile(p) / 1000;

  return {
    countSent: () => (sent += 1),
    countRepeated: () => (repeated += 1),
    finish(sample: Sample): void {
      if (isFailure(sample)) {
        const cause = sample.error ?? String(sample.status);
        failures.set(cause, (failures.get(cause) ?? 0) + 1);
        if (failed.length < samplesPerWindow) failed.push(sample);
      } else {
        ok += 1;
        if (succeeded.length < samplesPerWindow) succeeded.push(sample);
      }
      const micros = Math.round(sample.latencyMs * 1000);
      // A request that was never sent for want of room has no latency.
      if (sample.error !== 'overload') histogram.recordValue(Math.min(Math.max(micros, 1), 60_000_000));
    },
    takeTick(inFlight: number): Tick {
      const now = performance.now();
      const tick: Tick = {
        type: 'tick',
        at: Date.now(),
        windowMs: now - startedAt,
        sent,
        ok,
        failed: [...failures.values()].reduce((sum, count) => sum + count, 0),
        inFlight,
        repeated,
        p50Ms: percentile(50),
        p99Ms: percentile(99),
        failures: Object.fromEntries(failures),
        samples: [...failed, ...succeeded].slice(0, samplesPerWindow),
      };
      startedAt = now;
      sent = 0;
      ok = 0;
      repeated = 0;
      failures = new Map();
      failed = [];
      succeeded = [];
      histogram.reset();
      return tick;
    },
  };
}
