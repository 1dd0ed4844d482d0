import { z } from 'zod';
import type { RunningService } from './keep-running';

/** Between the supervisor and a test that started it over IPC. */
export const StackMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('restart'), service: z.string() }),
  z.object({ type: z.literal('restarted'), service: z.string() }),
]);
export type StackMessage = z.infer<typeof StackMessage>;

/** Tells the parent process, if one listens, that all is up, and restarts a service when it asks for that. */
export function listenToTests(services: readonly RunningService[]): void {
  const send = (message: StackMessage) => {
    if (process.connected) process.send?.(message);
  };
  process.on('message', (message) => {
    const request = StackMessage.safeParse(message);
    if (!request.success || request.data.type !== 'restart') return;
    const { service: name } = request.data;
    const service = services.find((candidate) => candidate.name === name);
    void service?.restart().then(() => send({ type: 'restarted', service: name }));
  });
  send({ type: 'ready' });
}
