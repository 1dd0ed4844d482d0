import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { SetupError } from '../setup-error';
import { isInstanceRunning } from '../supervise/instance-lock';
import { connectionString } from './start-postgres';

/**
 * Connection string of the embedded database of a copy that runs now; null when none runs with this DATA_DIR.
 * @throws SetupError when one runs and its database cannot be found
 */
export async function findRunningServer(dataDir: string): Promise<string | null> {
  if (!(await isInstanceRunning(dataDir))) return null;
  const read = (file: string) => readFile(path.join(dataDir, file), 'utf8').then((text) => text.trim());
  try {
    const [password, port] = await Promise.all([read('keys/postgres-password'), read('postgres-port')]);
    return connectionString(password, Number(port), 'mastery');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
      throw new SetupError(
        'The copy that runs has no embedded database: set DATABASE_URL to the one that it uses.',
        { cause },
      );
    throw cause;
  }
}
