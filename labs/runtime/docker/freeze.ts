import { setTimeout as delay } from 'node:timers/promises';

const maxAttempts = 10;
const pauseMs = 50;

/** What runc says when its own attempts at a container were in vain. */
const isBusy = (error: unknown) => error instanceof Error && error.message.includes('unable to freeze');

/**
 * Freezes a container: asks anew while runc says that it was too busy, which passes. Rejects as the engine does when it stays
 * so, when anything else is wrong, or when the signal fires.
 */
export async function freeze(pause: () => Promise<void>, signal?: AbortSignal): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await pause();
    } catch (error) {
      if (attempt === maxAttempts || !isBusy(error)) throw error;
      await delay(pauseMs, undefined, { signal });
    }
  }
}
