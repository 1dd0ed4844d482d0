/** First wait, ceiling and jitter (a share of the wait) between attempts to reach the lab service. */
export const reconnectTiming = { firstMs: 300, maxMs: 10_000, jitter: 0.3 } as const;

/**
 * Wait before reconnect number `attempt` (from 1), in ms: doubles up to the ceiling, then spread by ±30 % so that many browsers
 * do not come back to a restarted lab service in the same instant. `random` is in [0, 1).
 */
export function reconnectDelayMs(attempt: number, random: number): number {
  const { firstMs, maxMs, jitter } = reconnectTiming;
  const base = Math.min(maxMs, firstMs * 2 ** Math.min(attempt - 1, 20));
  return Math.round(base * (1 - jitter + 2 * jitter * random));
}
