import { z } from 'zod';
import { Fault } from './faults';
import { LabFiles } from './files';
import { Balancer, ServerName } from './names';
import { ProbeRequest, TrafficSettings } from './requests';

const id = z.int().nonnegative();

/**
 * Browser → lab service. `id` is chosen by the browser and comes back as `replyTo`. `applied` and `verdict` go to every socket of the run,
 * so a socket counts up from a random number: two tabs must not share ids. `done`, `response` and `refused` go to the asker alone.
 */
export const ClientFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('apply'), id, balancer: Balancer, files: LabFiles }),
  z.object({ type: z.literal('fault'), id, server: ServerName, fault: Fault }),
  z.object({ type: z.literal('heal'), id, server: ServerName.nullable() }),
  z.object({ type: z.literal('traffic'), id, settings: TrafficSettings }),
  z.object({ type: z.literal('send'), id, request: ProbeRequest }),
  z.object({
    type: z.literal('check'),
    id,
    task: z.string().max(60),
    prediction: z.string().max(60).nullable(),
  }),
  z.object({ type: z.literal('restart-balancer'), id }),
  z.object({ type: z.literal('extend'), id }),
  z.object({ type: z.literal('end'), id }),
  z.object({ type: z.literal('ping'), id }),
]);
export type ClientFrame = z.infer<typeof ClientFrame>;

/** Largest frame that the edge accepts; a larger one closes the socket with code 1009. */
export const maxClientFrameBytes = 1024 * 1024;
