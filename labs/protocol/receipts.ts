import { z } from 'zod';
import { FailureCode, TimelineEvent } from './server-frames';
import { LearnerId, RunId, ScenarioSlug } from './names';
import { PredictionOutcome, TaskVerdict } from './tasks';

export const receiptIssuer = 'lab-service';
export const receiptAudience = 'site';
/** The site's handler: POST, JSON `{ "receipt": "<compact JWS, EdDSA>" }`, 2xx = stored, repeat as often as needed. */
export const receiptPath = '/api/labs/receipts';

const run = { run: RunId, learner: LearnerId, scenario: ScenarioSlug, host: z.string() };

/** The token's payload is a `Receipt` with `iss`, `aud` and `iat` beside its own fields. */
export const receiptAlgorithm = 'EdDSA';

/** What the lab service reports to the site. Receipts of one host are numbered; the site stores each `id` once. */
export const ReceiptEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), ...run, startMs: z.number() }),
  z.object({
    kind: z.literal('task'),
    ...run,
    task: z.string(),
    verdict: TaskVerdict,
    prediction: PredictionOutcome.nullable(),
  }),
  z.object({ kind: z.literal('suspended'), ...run, timeline: z.array(TimelineEvent) }),
  z.object({
    kind: z.literal('ended'),
    ...run,
    reason: z.enum(['learner', 'idle', 'age', 'shutdown']),
    timeline: z.array(TimelineEvent),
  }),
  z.object({ kind: z.literal('failed'), ...run, code: FailureCode }),
  /** The host lost every cell that it had before `bootedAt`: its live runs are suspended. */
  z.object({ kind: z.literal('host-booted'), host: z.string(), bootedAt: z.number() }),
]);
export type ReceiptEvent = z.infer<typeof ReceiptEvent>;

export const Receipt = z.object({ id: z.uuid(), at: z.number(), event: ReceiptEvent });
export type Receipt = z.infer<typeof Receipt>;
