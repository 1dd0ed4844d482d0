import { z } from 'zod';
import { ServerName } from './names';

/**
 * A fault of one app server.
 * - `crash`: the server process is killed (SIGKILL); its machine stays, so connections are refused at once.
 * - `hang`: the whole container is paused; the kernel still accepts connections, nothing ever answers.
 * - `slow`: every answer waits `delayMs`.
 * - `errors`: `share` (0–1) of the answers are HTTP 500.
 * - `unplug`: the network cable is pulled; packets vanish.
 */
export const Fault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('crash') }),
  z.object({ kind: z.literal('hang') }),
  z.object({ kind: z.literal('slow'), delayMs: z.int().min(1).max(30_000).default(2000) }),
  z.object({ kind: z.literal('errors'), share: z.number().min(0).max(1).default(1) }),
  z.object({ kind: z.literal('unplug') }),
]);
export type Fault = z.infer<typeof Fault>;
export type FaultKind = Fault['kind'];

/** A fault that is in force. It heals by itself at `expiresAt` (epoch ms). */
export const ActiveFault = z.object({
  server: ServerName,
  fault: Fault,
  startedAt: z.number(),
  expiresAt: z.number(),
});
export type ActiveFault = z.infer<typeof ActiveFault>;

/** How long a fault lasts when nobody heals it. */
export const defaultFaultLeaseMs = 5 * 60_000;
