import type { ProbeRequestInput } from '@/labs/protocol/requests';
import { answerInWords } from '../checks/words';
import { failed, passed } from '../checks/verdict';
import type { CheckContext, TaskOutcome } from '../scenario';

const visits: ProbeRequestInput[] = [
  { method: 'GET', path: '/' },
  { method: 'GET', path: '/books?page=2&sort=price' },
  { method: 'GET', path: '/images/covers/42.svg' },
  { method: 'HEAD', path: '/books/42' },
  { method: 'POST', path: '/orders', body: 'book=42&copies=1' },
  { method: 'DELETE', path: '/orders/17' },
];

/** Every kind of request must reach a server under the address that the client asked for. */
export async function checkPaths(context: CheckContext): Promise<TaskOutcome> {
  context.say(`Sending ${visits.length} requests with different methods and paths.`);
  const responses = await context.send(
    visits.map((visit) => ({ ...visit, timeoutMs: 2000 })),
    { concurrency: 3 },
  );
  for (const response of responses) {
    const request = `${response.method} ${response.path}`;
    if (response.server === null)
      return failed(
        `${request} reached no app server: the client got ${answerInWords(response)}.`,
        response,
        'Every method and path is passed to one of the app servers.',
      );
    if (response.seenByServer !== null && response.seenByServer.path !== response.path)
      return failed(
        `${request} arrived at ${response.server} as ${response.seenByServer.path}.`,
        response,
        `The server sees the path that the client asked for: ${response.path}`,
      );
  }
  return passed(
    `${responses.length} of ${responses.length} requests (GET, HEAD, POST and DELETE on ${responses.length} paths) reached an app server with their path and query unchanged.`,
  );
}
