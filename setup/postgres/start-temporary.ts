import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from './start-postgres';

/** A server in a temporary folder; `destroy` stops it and deletes the folder. */
export async function startTemporaryPostgres(): Promise<{ url: string; destroy(): Promise<void> }> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'mastery-postgres-'));
  await chmod(dataDir, 0o711);
  const postgres = await startPostgres(dataDir);
  return {
    url: postgres.url,
    async destroy() {
      await postgres.destroy();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
