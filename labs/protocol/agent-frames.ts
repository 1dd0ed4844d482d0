import { z } from 'zod';
import { LabFiles } from './files';
import { Balancer, ServerName } from './names';
import { ProbeRequest, TransportError } from './requests';

/**
 * Frames between the lab service and the agent in a container: one JSON object a line, over the container's stdin and stdout.
 * Every command is answered by exactly one `done` or `failed` with its `id`; events come unasked.
 */
export const agentLimits = { maxLineBytes: 1024 * 1024 } as const;

/** Header that carries the request id from the traffic container through the balancer to the app server. */
export const requestIdHeader = 'x-lab-request';
/** Header in which an app server names itself. Shown to learners; verdicts do not rely on it. */
export const servedByHeader = 'x-served-by';

/** An app server's own fault (crash is done to the process, hang and unplug to the container). */
export const AppFault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('slow'), delayMs: z.int() }),
  z.object({ kind: z.literal('errors'), share: z.number() }),
]);

export const LoadSettings = z.object({
  rate: z.int().min(1).max(500),
  paths: z.array(z.string()).min(1).max(16).default(['/']),
  /** How many clients share the load, each with a keep-alive connection of its own. */
  clients: z.int().min(1).max(64).default(12),
  /** A client opens a new connection after so many requests; 1 means a connection per request. */
  requestsPerConnection: z.int().min(1).max(10_000).default(20),
  timeoutMs: z.int().min(10).max(30_000).default(5000),
});
export type LoadSettings = z.infer<typeof LoadSettings>;

const id = z.int().nonnegative();

export const AgentCommand = z.discriminatedUnion('type', [
  /** Any role. Also the heartbeat: an agent that hears nothing for 60 s ends itself. */
  z.object({ type: z.literal('ping'), id }),
  /** Balancer: write the files, check, start or reload. Result: ApplyOutcome. */
  z.object({ type: z.literal('apply'), id, balancer: Balancer, files: LabFiles }),
  /** App: take or (null) drop a fault, dropped by itself after `leaseMs`. Result: null. */
  z.object({ type: z.literal('app-fault'), id, fault: AppFault.nullable(), leaseMs: z.int() }),
  /** App: send the `served` event with all that is pending, then done. Result: null. */
  z.object({ type: z.literal('flush'), id }),
  /** App: SIGKILL the server process itself. Never answered: the launcher answers the next line by starting it anew (a `hello` event follows). */
  z.object({ type: z.literal('crash'), id }),
  /** Traffic: start or change (null: stop) the load. Result: null. */
  z.object({ type: z.literal('load'), id, settings: LoadSettings.nullable() }),
  /** Traffic: send these requests, at most `concurrency` at once, and answer when all are in. Result: ProbeReport[]. */
  z.object({
    type: z.literal('probe'),
    id,
    requests: z.array(ProbeRequest.extend({ id: z.string().max(64) })).max(2000),
    concurrency: z.int().min(1).max(200).default(1),
  }),
]);
export type AgentCommand = z.infer<typeof AgentCommand>;
export type AgentCommandInput = z.input<typeof AgentCommand>;

const Headers = z.array(z.tuple([z.string(), z.string()])).max(100);

/** One request as the traffic agent saw it; which server served it is joined from the app servers' own records. */
export const ProbeReport = z.object({
  id: z.string(),
  at: z.number(),
  method: z.string(),
  path: z.string(),
  status: z.int().nullable(),
  error: TransportError.nullable(),
  latencyMs: z.number(),
  bytes: z.int(),
  headers: Headers,
  body: z.string(),
});
export type ProbeReport = z.infer<typeof ProbeReport>;

/** One request as an app server saw it. `connection` numbers the connections of that server since it started. `headers` only for probes (ids that start with "p"). */
export const ServedRecord = z.object({
  id: z.string(),
  at: z.number(),
  path: z.string(),
  status: z.int(),
  connection: z.int(),
  headers: Headers.nullable(),
});
export type ServedRecord = z.infer<typeof ServedRecord>;

/** A finished request of the load, sampled: at most 40 a second, failures first. Ids of load requests start with "l". */
export const LoadSample = ProbeReport.omit({ headers: true, body: true });

export const AgentEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('done'), id, result: z.unknown() }),
  z.object({ type: z.literal('failed'), id, message: z.string() }),
  /** First frame of every agent. `role` is the container's role. */
  z.object({
    type: z.literal('hello'),
    role: z.enum(['balancer', 'app', 'traffic']),
    server: ServerName.nullable(),
  }),
  /** Balancer: lines of its output and log files; at most 200 lines a second, the rest is counted in `dropped`. */
  z.object({
    type: z.literal('log'),
    lines: z.array(z.object({ at: z.number(), source: z.string(), text: z.string().max(4096) })),
    dropped: z.int(),
  }),
  /** Balancer: the balancer's process is gone though nobody asked. */
  z.object({ type: z.literal('balancer-exit'), balancer: Balancer, reason: z.string() }),
  /** App: every 50 ms while there is something to say. `served` counts since the server started. */
  z.object({
    type: z.literal('served'),
    served: z.int(),
    connections: z.int(),
    records: z.array(ServedRecord),
  }),
  /** Traffic: every 250 ms while load runs, and once after it stops. */
  z.object({
    type: z.literal('tick'),
    at: z.number(),
    windowMs: z.number(),
    sent: z.int(),
    ok: z.int(),
    failed: z.int(),
    inFlight: z.int(),
    /** Requests of this window that were sent once more because the balancer closed the idle connection while they were written (RFC 9112 §9.3.1). */
    repeated: z.int().optional(),
    p50Ms: z.number().nullable(),
    p99Ms: z.number().nullable(),
    failures: z.record(z.string(), z.int()),
    samples: z.array(LoadSample),
  }),
]);
export type AgentEvent = z.infer<typeof AgentEvent>;
