import { serverNames, type ServerName } from '@/labs/protocol/names';
import type { ProbeResponse, RequestTrace } from '@/labs/protocol/requests';
import type { CheckContext, TaskOutcome } from '../scenario';
import { answerInWords, plural, sharesInWords } from './words';
import { failed, passed } from './verdict';

/**
 * 240 requests over three servers: with a random choice a server's share has a standard deviation of 3.0 points,
 * so these limits refuse a fair balancer less than once in 10,000 checks, and a weight of 2 always.
 */
const requestCount = 240;
const lowestShare = 0.2;
const highestShare = 0.47;

export function countServers(responses: readonly RequestTrace[]): Record<ServerName, number> {
  const counts: Record<ServerName, number> = { app1: 0, app2: 0, app3: 0 };
  for (const { server } of responses) if (server !== null) counts[server] += 1;
  return counts;
}

/** Every request opens a connection of its own, so balancers of both layers choose a server for each. */
export async function checkSpread(context: CheckContext): Promise<TaskOutcome> {
  context.say(`Sending ${requestCount} requests, each on a connection of its own.`);
  const responses = await context.send(
    Array.from({ length: requestCount }, () => ({ path: '/', timeoutMs: 2000 })),
    { concurrency: 16 },
  );
  return judgeSpread(responses);
}

export function judgeSpread(responses: readonly ProbeResponse[]): TaskOutcome {
  const stray = responses.filter((response) => response.server === null || response.status !== 200);
  const [firstStray] = stray;
  if (firstStray)
    return failed(
      `${stray.length} of ${plural(responses.length, 'request')} were not answered by an app server. The first of them got ${answerInWords(firstStray)}.`,
      firstStray,
      'Status 200 from app1, app2 or app3.',
    );
  const counts = countServers(responses);
  const share = (name: ServerName) => counts[name] / responses.length;
  const poorest = serverNames.toSorted((a, b) => counts[a] - counts[b])[0] ?? 'app1';
  const richest = serverNames.toSorted((a, b) => counts[b] - counts[a])[0] ?? 'app1';
  const evidence = `${responses.length} requests on separate connections: ${sharesInWords(counts)}.`;
  if (share(poorest) >= lowestShare && share(richest) <= highestShare) return passed(evidence);
  const last = responses.findLast((response) => response.server === richest) ?? null;
  return failed(
    evidence,
    last,
    `About a third of the requests on each server (20–47 % passes); ${richest} served this one, and ${poorest} had ${counts[poorest]} of ${responses.length}.`,
  );
}
