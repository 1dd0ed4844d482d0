import { randomUUID } from 'node:crypto';
import type { ProbeResponse } from '@/labs/protocol/requests';
import { answerInWords, plural } from '../checks/words';
import { failed, passed } from '../checks/verdict';
import type { CheckContext, TaskOutcome } from '../scenario';

const connectionNames = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const requestsPerConnection = 20;
/** Different paths, so that a rule on the path would show as a change of server in the middle of a connection. */
const paths = ['/', '/api/books', '/images/logo.svg', '/api/orders?open=1'];

/** At layer 4 the turn is taken once per connection: all that travels on it meets one server, on one connection there. */
export async function checkConnection(context: CheckContext): Promise<TaskOutcome> {
  context.say(
    `Sending ${requestsPerConnection} requests on each of ${connectionNames.length} keep-alive connections.`,
  );
  // Connections outlive a check: names of its own keep this one off connections that an earlier configuration still holds.
  const run = randomUUID().slice(0, 8);
  const requests = Array.from({ length: requestsPerConnection }, (_, index) =>
    connectionNames.map((name) => ({
      connection: `${run}-${name}`,
      path: paths[index % paths.length] ?? '/',
      timeoutMs: 1000,
    })),
  ).flat();
  const responses = await context.send(requests, { concurrency: connectionNames.length });
  return judgeConnections(
    connectionNames.map((name) => ({
      name,
      responses: responses.filter((_, index) => requests[index]?.connection === `${run}-${name}`),
    })),
  );
}

export function judgeConnections(groups: { name: string; responses: ProbeResponse[] }[]): TaskOutcome {
  const most = Math.max(...groups.map(({ responses }) => serversOf(responses).length));
  const observed = {
    option: most <= 1 ? 'one' : most === 2 ? 'two' : 'three',
    explanation: `On one keep-alive connection, up to ${plural(most, 'server')} answered ${plural(groups[0]?.responses.length ?? 0, 'request')}. ${
      most <= 1
        ? 'At layer 4 the server is chosen when the connection opens, and every request on it goes the same way.'
        : 'A balancer that reads HTTP chooses again for every request, whatever connection it came on.'
    }`,
  };
  for (const { name, responses } of groups) {
    for (const [index, response] of responses.entries()) {
      if (response.server === null || response.seenByServer === null)
        return failed(
          `Request ${index + 1} on the ${name} connection got ${answerInWords(response)}.`,
          response,
          'Every request on the connection is answered by the same app server.',
        );
      const before = responses[index - 1];
      if (before === undefined) continue;
      if (before.server !== response.server)
        return failed(
          `On the ${name} keep-alive connection, request ${index} (${before.path}) went to ${before.server} and request ${index + 1} (${response.path}) to ${response.server}: something chose per request.`,
          response,
          `${before.server} again: one connection, one server.`,
          { observed },
        );
      if (before.seenByServer?.connection !== response.seenByServer.connection)
        return failed(
          `Requests ${index} and ${index + 1} left the client on one connection, and reached ${response.server} on two: the balancer opened another one in between.`,
          response,
          'One connection of the client is one connection of the server.',
          { observed },
        );
    }
  }
  const servers = groups.map(({ responses }) => responses[0]?.server ?? 'none');
  return passed(
    `${groups.length} keep-alive connections with ${plural(groups[0]?.responses.length ?? 0, 'request')} each: every one stayed with one server and one connection there (${servers.join(', ')}), whatever path was asked for.`,
    { observed },
  );
}

function serversOf(responses: readonly ProbeResponse[]): string[] {
  return [...new Set(responses.flatMap(({ server }) => server ?? []))];
}
