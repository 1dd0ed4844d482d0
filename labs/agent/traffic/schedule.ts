/**
 * When an open-loop load sends: request n of a stretch is due at `start + n × 1000 / rate`, whether or not answers arrive.
 * After a stall all that became due is sent at once, with its own intended time, so that the stall shows in the latencies.
 */
export function createSchedule(startMs: number, rate: number) {
  let sent = 0;
  const dueAt = (n: number) => startMs + (n * 1000) / rate;
  return {
    /** Intended times that have come since the last call, at most `limit` of them. */
    take(nowMs: number, limit: number): number[] {
      const due: number[] = [];
      while (due.length < limit && dueAt(sent) <= nowMs) {
        due.push(dueAt(sent));
        sent += 1;
      }
      return due;
    },
    msUntilNext: (nowMs: number) => Math.max(0, dueAt(sent) - nowMs),
  };
}
