import { createInterface } from 'node:readline';
import { z } from 'zod';

/** A line of the engine's answer to pull, import and build. */
const EngineMessage = z.object({
  stream: z.string().optional(),
  status: z.string().optional(),
  id: z.string().optional(),
  progressDetail: z.object({ current: z.number().optional(), total: z.number().optional() }).optional(),
  error: z.string().optional(),
});
export type EngineMessage = z.infer<typeof EngineMessage>;

/** Reads the engine's messages to the end; throws with the engine's own words when it reports an error. */
export async function readEngineStream(
  stream: NodeJS.ReadableStream,
  onMessage: (message: EngineMessage) => void,
): Promise<void> {
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const message = EngineMessage.parse(JSON.parse(line));
    if (message.error !== undefined) throw new Error(message.error);
    onMessage(message);
  }
}
