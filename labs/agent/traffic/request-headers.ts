import { requestIdHeader } from '@/labs/protocol/agent-frames';

/** The learner's headers plus what HTTP/1.1 needs and the id by which the servers' records are joined. */
export function requestHeaders(
  id: string,
  host: string,
  headers: readonly (readonly [string, string])[],
  bodyBytes: number,
  keepAlive: boolean,
): [string, string][] {
  const named = new Set(headers.map(([name]) => name.toLowerCase()));
  const own: [string, string][] = headers
    .filter(([name]) => name.toLowerCase() !== requestIdHeader)
    .map(([name, value]) => [name, value]);
  if (!named.has('host')) own.unshift(['Host', host]);
  if (!named.has('connection')) own.push(['Connection', keepAlive ? 'keep-alive' : 'close']);
  if (bodyBytes > 0 && !named.has('content-length') && !named.has('transfer-encoding'))
    own.push(['Content-Length', String(bodyBytes)]);
  own.push([requestIdHeader, id]);
  return own;
}
