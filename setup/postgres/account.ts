import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { SetupError } from '../setup-error';

const run = promisify(execFile);

export type Account = { uid: number; gid: number };

/** PostgreSQL refuses to run as root: root gets the system account `postgres` (made when missing), everybody else stays themselves. */
export async function findDatabaseAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = await lookUp();
  if (existing !== undefined) return existing;
  try {
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ]);
  } catch (cause) {
    throw new SetupError(
      'PostgreSQL does not run as root and the account "postgres" could not be made: start as another user, or set DATABASE_URL.',
      { cause },
    );
  }
  return lookUp();
}

async function lookUp(): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}
