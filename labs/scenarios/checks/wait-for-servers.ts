import { serverNames, type ServerName } from '@/labs/protocol/names';
import type { RequestTrace } from '@/labs/protocol/requests';
import type { CheckContext } from '../scenario';
import { countServers } from './spread';

const probesPerRound = 30;
/** A round of refused connections takes a millisecond; the pause keeps the question from becoming a load of its own. */
const pauseMs = 200;

export type Waited =
  | { ok: true; waitedMs: number }
  | {
      ok: false;
      waitedMs: number;
      missing: ServerName[];
      last: RequestTrace | null;
      counts: Record<ServerName, number>;
    };

/** Sends small rounds of requests until each of `wanted` has served some of a round, or the deadline passes. */
export async function waitForServers(
  context: CheckContext,
  wanted: readonly ServerName[] = serverNames,
  deadlineMs = 10_000,
): Promise<Waited> {
  const startedAt = performance.now();
  for (;;) {
    context.signal.throwIfAborted();
    const responses = await context.send(
      Array.from({ length: probesPerRound }, () => ({ path: '/', timeoutMs: 1500 })),
      { concurrency: 10 },
    );
    const counts = countServers(responses);
    const missing = wanted.filter((name) => counts[name] === 0);
    const waitedMs = performance.now() - startedAt;
    if (missing.length === 0) return { ok: true, waitedMs };
    if (waitedMs >= deadlineMs)
      return { ok: false, waitedMs, missing, last: responses.at(-1) ?? null, counts };
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
