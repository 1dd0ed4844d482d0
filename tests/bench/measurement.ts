/** One line of the table: what was measured, against what, and the limit that it must keep. */
export type Measurement = {
  name: string;
  /** Measured value with its unit, for example "812 ms (p50 of 7)". */
  value: string;
  /** The baseline of the same run, or "—" where the limit is absolute. */
  baseline: string;
  /** The number that is held against the limit: a ratio, or the value itself. */
  compared: string;
  limit: string;
  /** null: not measured here; `value` says why. */
  ok: boolean | null;
};

export const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/** Nearest-rank percentile, `share` in 0–1. Throws on an empty list. */
export function percentile(values: readonly number[], share: number): number {
  const order = sorted(values);
  const value = order[Math.max(0, Math.ceil(share * order.length) - 1)];
  if (value === undefined) throw new Error('No value was measured.');
  return value;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

export const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
export const mebibytes = (bytes: number) => `${(bytes / 1024 ** 2).toFixed(1)} MiB`;

export function ratioAgainst(
  name: string,
  ours: readonly number[],
  baseline: { name: string; values: readonly number[] },
  limit: number,
): Measurement {
  const ratio = median(ours) / median(baseline.values);
  return {
    name,
    value: `${ms(median(ours))} (p50 of ${ours.length}, max ${ms(Math.max(...ours))})`,
    baseline: `${baseline.name}: ${ms(median(baseline.values))} (p50 of ${baseline.values.length})`,
    compared: `${ratio.toFixed(2)} ×`,
    limit: `≤ ${limit} ×`,
    ok: ratio <= limit,
  };
}

export function absolute(name: string, values: readonly number[], limitMs: number): Measurement {
  return {
    name,
    value: `${ms(median(values))} (p50 of ${values.length}, p95 ${ms(percentile(values, 0.95))})`,
    baseline: '—',
    compared: ms(median(values)),
    limit: `≤ ${limitMs} ms`,
    ok: median(values) <= limitMs,
  };
}

export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

export function asTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map(
    (m) =>
      `| ${m.name} | ${m.value} | ${m.baseline} | ${m.compared} | ${m.limit} | ${m.ok === null ? 'not measured' : m.ok ? 'kept' : '**missed**'} |`,
  );
  return [
    '| what | measured | baseline in the same run | compared | limit | |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
