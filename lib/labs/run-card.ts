import { z } from 'zod';
import { Balancer, ScenarioSlug } from '@/labs/protocol/names';
import { TimelineEvent } from '@/labs/protocol/server-frames';

/** Most of what happened that a card keeps: its first and its last events. */
export const mostEvents = 40;

/**
 * What others see of a run once its owner put it into a post. It holds measurements and what was done, no configuration: what a
 * balancer says about a file repeats the file's words, so that is left out, too.
 */
export const RunCard = z.object({
  scenario: ScenarioSlug,
  title: z.string(),
  /** The one that was applied last; null: none was. */
  balancer: Balancer.nullable(),
  startedAt: z.iso.datetime(),
  /** From the first to the last thing that happened; null: nothing was recorded yet. */
  seconds: z.int().nonnegative().nullable(),
  /** A card of a run that goes on is taken anew when its owner posts it again. */
  isOver: z.boolean(),
  tasks: z.array(
    z.object({
      title: z.string(),
      /** Null: not checked in this run, or checked again in a later one. */
      isPassed: z.boolean().nullable(),
      evidence: z.string(),
      failedRequests: z.int().nonnegative().nullable(),
    }),
  ),
  events: z.array(
    z.object({
      /** Seconds after the first. */
      after: z.int().nonnegative(),
      kind: TimelineEvent.shape.kind,
      text: z.string(),
    }),
  ),
  /** Events in the middle that the card leaves out. */
  leftOut: z.int().nonnegative(),
});
export type RunCard = z.infer<typeof RunCard>;
