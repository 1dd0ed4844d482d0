import { z } from 'zod';

/** What a balancer's own checker, or the cell, says about a configuration. `line` counts from 1; null when no line is named. */
export const Diagnostic = z.object({
  file: z.string(),
  line: z.int().min(1).nullable(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string().max(2000),
});
export type Diagnostic = z.infer<typeof Diagnostic>;

/** Outcome of Apply. `ok: false` leaves the previous configuration serving. `ms`: validation and reload, in the balancer's container. */
export const ApplyOutcome = z.object({
  ok: z.boolean(),
  ms: z.number().nonnegative(),
  checkMs: z.number().nonnegative(),
  diagnostics: z.array(Diagnostic).max(200),
});
export type ApplyOutcome = z.infer<typeof ApplyOutcome>;
