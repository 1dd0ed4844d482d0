import { setTimeout as delay } from 'node:timers/promises';
import { backoffMs } from '../supervise/keep-running';
import { type PostgresServer, startPostgres } from './start-postgres';

/** Starts the embedded server again, on the same port, when it ends by itself. */
export function keepPostgresRunning(
  first: PostgresServer,
  dataDir: string,
  say: (text: string) => void,
): { stop(): Promise<void> } {
  const stopped = new AbortController();
  let current = first;
  const watch = async () => {
    let crashes = 0;
    while (!stopped.signal.aborted) {
      const { reason } = await current.server.ended;
      if (stopped.signal.aborted) return;
      crashes += 1;
      say(`PostgreSQL ended by itself (${reason}); it starts again.`);
      await delay(backoffMs(crashes), undefined, { signal: stopped.signal }).catch(() => undefined);
      if (stopped.signal.aborted) return;
      try {
        current = await startPostgres(dataDir, stopped.signal);
        say('PostgreSQL is back.');
        crashes = 0;
      } catch (error) {
        if (!stopped.signal.aborted)
          say(`PostgreSQL does not start: ${error instanceof Error ? error.message : error}`);
      }
    }
  };
  const watching = watch();
  return {
    async stop() {
      stopped.abort();
      await current.stop();
      await watching;
    },
  };
}
