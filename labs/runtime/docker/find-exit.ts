import { setTimeout as delay } from 'node:timers/promises';
import type Docker from 'dockerode';
import { callEngine, engineStatus } from './engine-call';

/** So long a restarting engine may take before its containers count as gone. */
const patienceMs = 20_000;
const inspectDeadlineMs = 5_000;
const askAgainMs = 200;

/**
 * Why a container's stream ended: its exit, or null when it still runs. A container that is gone, and an engine that stays
 * away, count as an exit without a code.
 */
export async function findExit(container: Docker.Container): Promise<{ code: number | null } | null> {
  const until = performance.now() + patienceMs;
  do {
    try {
      const { State: state } = await callEngine(
        { name: 'inspect a container', deadlineMs: inspectDeadlineMs },
        (abortSignal) => container.inspect({ abortSignal }),
      );
      return state.Running ? null : { code: state.ExitCode };
    } catch (error) {
      if (engineStatus(error) === 404) return { code: null };
    }
    await delay(askAgainMs);
  } while (performance.now() < until);
  return { code: null };
}
