import { z } from 'zod';
import { ApplyOutcome } from './diagnostics';
import { ActiveFault } from './faults';
import { Balancer, ServerName } from './names';
import { ProbeResponse, RequestTrace, TrafficSettings } from './requests';
import { PredictionOutcome, TaskVerdict } from './tasks';

/** Why a run ended or could not start. `message` of the state says it to the learner. */
export const FailureCode = z.enum([
  'no-runtime',
  'host-full',
  'launch-failed',
  'cell-lost',
  'scenario-unknown',
  'another-run-is-live',
]);

/** The states of a run (DESIGN: queued · starting · ready · suspended · ended · failed). */
export const RunState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('queued'), position: z.int().min(1) }),
  z.object({ kind: z.literal('starting'), step: z.string() }),
  z.object({
    kind: z.literal('ready'),
    /** Epoch ms at which the cell is removed unless it is extended or used. */
    expiresAt: z.number(),
    /** Epoch ms after which no extension is possible. */
    hardLimitAt: z.number(),
    startMs: z.number(),
  }),
  z.object({ kind: z.literal('suspended'), message: z.string() }),
  z.object({ kind: z.literal('ended'), reason: z.enum(['learner', 'idle', 'age', 'shutdown']) }),
  z.object({ kind: z.literal('failed'), code: FailureCode, message: z.string() }),
]);
export type RunState = z.infer<typeof RunState>;

export const BalancerState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('idle') }),
  z.object({ kind: z.literal('serving'), balancer: Balancer, version: z.int() }),
  z.object({ kind: z.literal('down'), reason: z.string() }),
]);
export type BalancerState = z.infer<typeof BalancerState>;

/** One app server as its own container reports it. */
export const ServerStats = z.object({
  name: ServerName,
  /** `up`: reachable and without a fault. */
  health: z.enum(['up', 'crashed', 'hung', 'slow', 'erroring', 'unplugged', 'down']),
  served: z.int(),
  connections: z.int(),
});

/** A window of measured traffic. Latencies in ms are null when nothing was completed. */
export const StatsWindow = z.object({
  at: z.number(),
  windowMs: z.number(),
  sent: z.int(),
  ok: z.int(),
  failed: z.int(),
  inFlight: z.int(),
  p50Ms: z.number().nullable(),
  p99Ms: z.number().nullable(),
  /** Failed requests by cause: an HTTP status such as "502", or a TransportError. */
  failures: z.record(z.string(), z.int()),
  servers: z.array(ServerStats),
});
export type StatsWindow = z.infer<typeof StatsWindow>;

export const TimelineEvent = z.object({
  at: z.number(),
  kind: z.enum([
    'ready',
    'applied',
    'rejected',
    'fault',
    'healed',
    'lease-ended',
    'check',
    'traffic',
    'balancer-down',
    'balancer-restarted',
    'extended',
  ]),
  text: z.string().max(300),
});
export type TimelineEvent = z.infer<typeof TimelineEvent>;

/** How far a running check is. */
const CheckProgress = z.object({ task: z.string(), text: z.string() });
export type CheckProgress = z.infer<typeof CheckProgress>;

/** What is true of a run right now; sent first to every socket, so a reload shows the whole picture. */
export const RunSnapshot = z.object({
  state: RunState,
  balancer: BalancerState,
  faults: z.array(ActiveFault),
  traffic: TrafficSettings,
  tasks: z.record(z.string(), TaskVerdict),
  checking: CheckProgress.nullable(),
  timeline: z.array(TimelineEvent),
});
export type RunSnapshot = z.infer<typeof RunSnapshot>;

const replyTo = z.int().nonnegative();

const payloads = [
  z.object({ type: z.literal('snapshot'), snapshot: RunSnapshot }),
  z.object({ type: z.literal('state'), state: RunState }),
  z.object({
    type: z.literal('applied'),
    replyTo,
    outcome: ApplyOutcome,
    balancer: Balancer,
    version: z.int(),
  }),
  z.object({ type: z.literal('balancer'), balancer: BalancerState }),
  z.object({ type: z.literal('faults'), faults: z.array(ActiveFault) }),
  z.object({ type: z.literal('traffic'), settings: TrafficSettings }),
  z.object({ type: z.literal('stats'), stats: StatsWindow }),
  z.object({ type: z.literal('requests'), requests: z.array(RequestTrace) }),
  z.object({ type: z.literal('response'), replyTo, response: ProbeResponse }),
  z.object({
    type: z.literal('log'),
    lines: z.array(z.object({ at: z.number(), source: z.string(), text: z.string() })),
    dropped: z.int(),
  }),
  /** `text` null: the check is over, with or without a verdict. */
  z.object({ type: z.literal('check-progress'), task: z.string(), text: z.string().nullable() }),
  z.object({
    type: z.literal('verdict'),
    replyTo,
    task: z.string(),
    verdict: TaskVerdict,
    prediction: PredictionOutcome.nullable(),
  }),
  z.object({ type: z.literal('timeline'), event: TimelineEvent }),
  z.object({
    type: z.literal('expiring'),
    reason: z.enum(['idle', 'age']),
    endsAt: z.number(),
    extendable: z.boolean(),
  }),
  z.object({ type: z.literal('done'), replyTo }),
  /** A frame that was refused; nothing of the run changed. `message` says what to do next. */
  z.object({
    type: z.literal('refused'),
    replyTo: replyTo.nullable(),
    code: z.enum(['malformed', 'not-ready', 'busy', 'too-fast', 'unknown-task', 'balancer-unreachable']),
    message: z.string(),
  }),
] as const;

/** Lab service → browser. `seq` grows by one per frame and run; a frame that is not newer than the last is stale. */
export const ServerFrame = z.discriminatedUnion('type', payloads).and(z.object({ seq: z.int() }));
export type ServerFrame = z.infer<typeof ServerFrame>;
export const ServerPayload = z.discriminatedUnion('type', payloads);
export type ServerPayload = z.infer<typeof ServerPayload>;

/** Close codes of the run's socket (RFC 6455 leaves 4000–4999 to applications). */
export const closeCodes = { ended: 4000, replaced: 4001, failed: 4002, shutdown: 4003 } as const;
