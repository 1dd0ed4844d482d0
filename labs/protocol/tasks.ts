import { z } from 'zod';
import { RequestTrace } from './requests';

/**
 * Result of one task. `evidence` is a sentence with numbers that were measured;
 * `counterExample` is the very request that went wrong.
 */
export const TaskVerdict = z.object({
  ok: z.boolean(),
  evidence: z.string().max(1000),
  counterExample: RequestTrace.nullable(),
  /** What was expected of the counter-example. */
  expected: z.string().max(500).nullable(),
  /** Failed requests while the fault was in force, where the task counts them (lower is better, 0 is the goal). */
  failedRequests: z.int().nonnegative().nullable(),
});
export type TaskVerdict = z.infer<typeof TaskVerdict>;

/** What a learner is asked to predict before a fault, and what is measured after it. */
export const Prediction = z.object({
  question: z.string(),
  options: z
    .array(z.object({ id: z.string(), text: z.string() }))
    .min(2)
    .max(6),
});
export type Prediction = z.infer<typeof Prediction>;

/** Prediction and measurement, shown together. `observed` is the id of the option that the measurement supports. */
export const PredictionOutcome = z.object({
  predicted: z.string(),
  observed: z.string(),
  explanation: z.string().max(1000),
});
export type PredictionOutcome = z.infer<typeof PredictionOutcome>;
