import { z } from 'zod';
import { ServerName } from './names';

const HeaderList = z.array(z.tuple([z.string().max(200), z.string().max(8192)])).max(64);

/** A request that a learner or a check sends from the traffic container to the balancer. */
export const ProbeRequest = z.object({
  method: z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']).default('GET'),
  path: z
    .string()
    .max(2048)
    .regex(/^\/[\x21-\x7e]*$/, 'A path starts with "/" and has no spaces.')
    .default('/'),
  headers: HeaderList.default([]),
  body: z.string().max(16_384).default(''),
  /** Requests with the same name share one keep-alive connection, in order; null opens a connection for this request alone. */
  connection: z.string().max(40).nullable().default(null),
  port: z.int().min(1).max(65_535).default(80),
  timeoutMs: z.int().min(10).max(30_000).default(5000),
});
export type ProbeRequest = z.infer<typeof ProbeRequest>;
export type ProbeRequestInput = z.input<typeof ProbeRequest>;

/** Why no response arrived. */
export const TransportError = z.enum([
  'refused',
  'reset',
  'timeout',
  'unreachable',
  'closed',
  'malformed',
  'overload',
]);
export type TransportError = z.infer<typeof TransportError>;

/**
 * One request as the traffic container saw it.
 * `server` is null until an app server itself confirmed that it served the request id: what the balancer claims does not count.
 */
export const RequestTrace = z.object({
  id: z.string().max(64),
  at: z.number(),
  method: z.string(),
  path: z.string(),
  status: z.int().nullable(),
  error: TransportError.nullable(),
  server: ServerName.nullable(),
  /** From the intended send time to the last byte (no coordinated omission). */
  latencyMs: z.number(),
  bytes: z.int(),
  origin: z.enum(['load', 'composer', 'check']),
});
export type RequestTrace = z.infer<typeof RequestTrace>;

/** A composer's or a check's full answer. `body` is cut at 64 KiB and is to be shown as inert text. */
export const ProbeResponse = RequestTrace.extend({
  headers: HeaderList,
  body: z.string(),
  /** What the app server saw: the connection's number on that server and the headers that reached it. */
  seenByServer: z.object({ connection: z.int(), headers: HeaderList, path: z.string() }).nullable(),
});
export type ProbeResponse = z.infer<typeof ProbeResponse>;

export const TrafficSettings = z.object({
  on: z.boolean(),
  /** Requests per second, sent on schedule whether or not answers arrive (open loop). */
  rate: z.int().min(1).max(500),
});
export type TrafficSettings = z.infer<typeof TrafficSettings>;
