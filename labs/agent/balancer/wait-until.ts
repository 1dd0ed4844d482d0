import { setTimeout as after } from 'node:timers/promises';

/** Looks every millisecond (every 5 ms after the first 50) until `probe` gives an answer; null when `deadlineMs` is over. */
export async function waitUntil<T>(
  probe: () => T | null | Promise<T | null>,
  deadlineMs: number,
): Promise<T | null> {
  const started = performance.now();
  for (;;) {
    const found = await probe();
    if (found !== null) return found;
    const elapsed = performance.now() - started;
    if (elapsed > deadlineMs) return null;
    await after(elapsed < 50 ? 1 : 5);
  }
}
