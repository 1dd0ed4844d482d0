import type { Refusal } from '@/lib/outcome/outcome';

const headersFor = (requestId: string, extra: Record<string, string> = {}) => ({
  'cache-control': 'no-store',
  'x-request-id': requestId,
  ...extra,
});

/** A value as JSON; 204 for undefined. */
export const json = (value: unknown, requestId: string): Response =>
  value === undefined
    ? new Response(null, { status: 204, headers: headersFor(requestId) })
    : Response.json(value, { headers: headersFor(requestId) });

export const problem = (
  status: number,
  error: Refusal,
  requestId: string,
  extra?: Record<string, string>,
): Response => Response.json({ error }, { status, headers: headersFor(requestId, extra) });
