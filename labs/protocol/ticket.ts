import { z } from 'zod';
import { LearnerId, RunId, ScenarioSlug } from './names';

export const ticketLifetimeSeconds = 60;
export const ticketAudience = 'lab-service';
export const ticketIssuer = 'site';

/** Claims of an EdDSA ticket: good once, for 60 s, for one learner, run and scenario, from one Origin. */
export const TicketClaims = z.object({
  iss: z.literal(ticketIssuer),
  aud: z.literal(ticketAudience),
  sub: LearnerId,
  jti: z.uuid(),
  iat: z.int(),
  exp: z.int(),
  run: RunId,
  scenario: ScenarioSlug,
  origin: z.url(),
});
export type TicketClaims = z.infer<typeof TicketClaims>;

/** The WebSocket is opened at `labSocketPath` with the subprotocols [`labSubprotocol`, `ticketSubprotocolPrefix + jwt`]. */
export const labSocketPath = '/v1/run';
export const labSubprotocol = 'mastery.lab.v1';
export const ticketSubprotocolPrefix = 'ticket.';
/** `?replace=1` on the socket's path ends the learner's other live run first; without it that run keeps its place and this one fails with `another-run-is-live`. */
export const replaceParameter = 'replace';
