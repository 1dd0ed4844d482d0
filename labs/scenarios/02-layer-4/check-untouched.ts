import type { ProbeRequestInput, ProbeResponse } from '@/labs/protocol/requests';
import { answerInWords } from '../checks/words';
import { failed, passed } from '../checks/verdict';
import type { CheckContext, TaskOutcome } from '../scenario';

type Headers = [string, string][];

/**
 * What layer 7 proxies are known to change on the way: the Host (Nginx sends the upstream's name), names with an underscore
 * (Nginx drops them), the case of names (HAProxy writes them in lower case), and hop-by-hop headers (both take them away: RFC 9110 §7.6.1).
 */
const sentHeaders: Headers = [
  ['Host', 'shop.example'],
  ['X-Mixed-CASE', 'Kept As Sent'],
  ['x_with_underscores', '1'],
  ['TE', 'trailers'],
];
/** Headers that proxies add. None was sent, so none may arrive. */
const proxyHeaders = ['x-forwarded-for', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'];

const requestCount = 6;

/** A layer 4 balancer cannot change what it does not read: every header arrives byte for byte, and none is added. */
export async function checkUntouched(context: CheckContext): Promise<TaskOutcome> {
  context.say(`Sending ${requestCount} requests with headers that a layer 7 balancer would change.`);
  const requests: ProbeRequestInput[] = Array.from({ length: requestCount }, (_, index) => ({
    path: `/reports/${index + 1}`,
    headers: sentHeaders,
    timeoutMs: 1500,
  }));
  return judgeUntouched(await context.send(requests, { concurrency: 3 }));
}

export function judgeUntouched(responses: readonly ProbeResponse[]): TaskOutcome {
  for (const response of responses) {
    if (response.server === null || response.seenByServer === null)
      return failed(
        `GET ${response.path} got ${answerInWords(response)}.`,
        response,
        'The bytes reach an app server.',
      );
    const arrived = response.seenByServer.headers;
    const changed = findChange(arrived);
    if (changed !== null)
      return failed(
        `${response.server} received something else than what was sent: ${changed}. Whatever stands between has read the request and written it anew.`,
        response,
        'Every header arrives as it was sent, and none is added.',
      );
  }
  return passed(
    `${responses.length} requests arrived byte for byte: Host, mixed-case and underscore names and hop-by-hop headers as sent, and nothing was added. The servers do not learn the client’s address either: that is the price.`,
  );
}

function findChange(arrived: Headers): string | null {
  for (const [name, value] of sentHeaders) {
    if (arrived.some(([key, text]) => key === name && text === value)) continue;
    const other = arrived.find(([key]) => key.toLowerCase() === name.toLowerCase());
    return other
      ? `"${name}: ${value}" arrived as "${other[0]}: ${other[1]}"`
      : `"${name}: ${value}" did not arrive`;
  }
  const added = arrived.find(([key]) => proxyHeaders.includes(key.toLowerCase()));
  return added ? `"${added[0]}: ${added[1]}" was added` : null;
}
