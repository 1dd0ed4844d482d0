import { applyMigrations } from '@/prisma/migrate';
import { type PostgresServer, startPostgres } from './postgres/start-postgres';
import type { Progress } from './progress';
import type { Settings } from './settings';
import { SetupError } from './setup-error';

/** The database, migrated and seeded. `server` is null when DATABASE_URL names one that is not ours to stop. */
export async function prepareDatabase(
  settings: Settings,
  progress: Progress,
  onStarted: (server: PostgresServer) => void,
  signal?: AbortSignal,
): Promise<string> {
  const url = settings.databaseUrl ?? (await startEmbedded(settings, progress, onStarted, signal));
  await progress.step(
    'Database',
    async (report) => {
      report('applying migrations');
      const applied = await applyMigrations(url).catch((cause: unknown) => {
        const words = cause instanceof Error ? cause.message : String(cause);
        if (settings.databaseUrl === null) throw cause;
        throw new SetupError(`The database of DATABASE_URL cannot be used: ${words}`, { cause });
      });
      report('seeding');
      // Not before: the seed stands on the client that is generated during this very start.
      const { seed } = await import('@/prisma/seed');
      await seed(url);
      return applied.length;
    },
    (count) => (count === 0 ? 'up to date' : `${count} migration${count === 1 ? '' : 's'} applied`),
  );
  return url;
}

async function startEmbedded(
  settings: Settings,
  progress: Progress,
  onStarted: (server: PostgresServer) => void,
  signal?: AbortSignal,
): Promise<string> {
  const server = await progress.step('PostgreSQL', () => startPostgres(settings.dataDir, signal));
  onStarted(server);
  return server.url;
}
