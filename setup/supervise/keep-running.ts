import { setTimeout as delay } from 'node:timers/promises';
import type { GuardedProcess } from '../guarded-process';
import { waitFor } from '../wait-for';

export type Service = {
  name: string;
  start(): GuardedProcess;
  /** Whether it serves. */
  isReady(): Promise<boolean>;
  readyMs: number;
  /** The last lines that it wrote. */
  lastWords(): Promise<string>;
};

export type RunningService = {
  readonly name: string;
  stop(): Promise<void>;
  /** Kills it and starts it anew at once; resolves when it serves again. */
  restart(): Promise<void>;
};

const firstDelayMs = 500;
const longestDelayMs = 10_000;
/** A service that ran for so long starts again without delay growing from earlier crashes. */
const stableMs = 60_000;

/** Delay before a crashed service starts again: 0.5 s, doubled with each crash in a row, at most 10 s. */
export const backoffMs = (crashes: number) =>
  Math.min(longestDelayMs, firstDelayMs * 2 ** Math.max(0, crashes - 1));

/**
 * Starts a service, waits until it serves, and starts it again whenever it ends by itself.
 * Rejects when it does not come up the first time.
 */
export async function keepRunning(
  service: Service,
  say: (text: string) => void,
  signal?: AbortSignal,
): Promise<RunningService> {
  const stopped = new AbortController();
  let current = service.start();
  let startedAt = performance.now();
  try {
    await waitUntilReady(service, current, signal);
  } catch (error) {
    await current.stop();
    throw error;
  }
  const watch = async () => {
    let crashes = 0;
    while (!stopped.signal.aborted) {
      const { reason } = await current.ended;
      if (stopped.signal.aborted) return;
      crashes = performance.now() - startedAt > stableMs ? 1 : crashes + 1;
      const waitMs = backoffMs(crashes);
      say(`${service.name} ended by itself (${reason}); it starts again in ${waitMs / 1000} s.`);
      await delay(waitMs, undefined, { signal: stopped.signal }).catch(() => undefined);
      if (stopped.signal.aborted) return;
      current = service.start();
      startedAt = performance.now();
      await waitUntilReady(service, current, stopped.signal).then(
        () => say(`${service.name} is back.`),
        () => undefined,
      );
    }
  };
  const watching = watch();
  return {
    name: service.name,
    async restart() {
      const killed = current;
      await killed.stop();
      await waitFor(async () => (current !== killed && (await service.isReady()) ? true : null), {
        deadlineMs: service.readyMs,
        late: () => new Error(`${service.name} did not come back.`),
      });
    },
    async stop() {
      stopped.abort();
      await current.stop();
      await watching;
    },
  };
}

async function waitUntilReady(
  service: Service,
  process: GuardedProcess,
  signal?: AbortSignal,
): Promise<void> {
  const explain = async (what: string) =>
    new Error(`${service.name} ${what}. ${await service.lastWords()}`.trim());
  await waitFor(
    async () => {
      if (process.hasEnded) throw await explain(`ended (${(await process.ended).reason})`);
      return (await service.isReady()) ? true : null;
    },
    {
      deadlineMs: service.readyMs,
      everyMs: 100,
      late: () => explain(`did not answer within ${service.readyMs / 1000} s`),
      signal,
    },
  );
}
