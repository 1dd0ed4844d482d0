import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks until the answer is not null. Rejects with `late()` after `deadlineMs`.
 * @param ask may throw to give up at once
 */
export async function waitFor<T>(
  ask: () => Promise<T | null>,
  options: {
    deadlineMs: number;
    everyMs?: number;
    late: () => Error | Promise<Error>;
    signal?: AbortSignal | undefined;
  },
): Promise<T> {
  const endsAt = performance.now() + options.deadlineMs;
  for (;;) {
    options.signal?.throwIfAborted();
    const answer = await ask();
    if (answer !== null) return answer;
    if (performance.now() > endsAt) throw await options.late();
    await delay(options.everyMs ?? 50, undefined, options.signal ? { signal: options.signal } : {});
  }
}
