import type { IncomingMessage } from 'node:http';

const one = (value: string | string[] | undefined): string | null =>
  Array.isArray(value) ? value.join(', ') : (value ?? null);

/** The answer's body: who answered, and what of the request reached the server through the balancer. */
export function describeRequest(
  server: string,
  connection: number,
  requestId: string | null,
  request: IncomingMessage,
) {
  const { headers } = request;
  return {
    server,
    requestId,
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    connection,
    host: one(headers.host),
    forwardedFor: one(headers['x-forwarded-for']),
    forwardedProto: one(headers['x-forwarded-proto']),
    cookies: one(headers.cookie),
  };
}

/** Header pairs as they came, at most 100. */
export function headerPairs(rawHeaders: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < rawHeaders.length && pairs.length < 100; i += 2)
    pairs.push([rawHeaders[i] ?? '', rawHeaders[i + 1] ?? '']);
  return pairs;
}
