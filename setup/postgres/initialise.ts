import { spawn } from 'node:child_process';
import { chown, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { SetupError } from '../setup-error';
import type { Account } from './account';
import type { DatabasePlace } from './place';

/** Runs `initdb` once. Every connection needs the password (scram-sha-256), local ones too. */
export async function initialiseDatabase(options: {
  place: DatabasePlace;
  account: Account | undefined;
  password: string;
  signal?: AbortSignal | undefined;
}): Promise<void> {
  const { place, account, password, signal } = options;
  if (await exists(path.join(place.data, 'global/pg_control'))) return;
  await emptyUnfinished(place.data, account);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mastery-initdb-'));
  const passwordFile = path.join(folder, 'password');
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account !== undefined) {
      await chown(folder, account.uid, account.gid);
      await chown(passwordFile, account.uid, account.gid);
    }
    const args = [
      ...[`--pgdata=${place.data}`, '--username=postgres', `--pwfile=${passwordFile}`],
      ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'],
    ];
    await runInitdb(path.join(place.binaries, 'bin/initdb'), args, account, signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `initdb` refuses a folder that an interrupted run left half filled. */
async function emptyUnfinished(data: string, account: Account | undefined) {
  await mkdir(data, { recursive: true, mode: 0o700 });
  for (const name of await readdir(data)) await rm(path.join(data, name), { recursive: true, force: true });
  if (account !== undefined) await chown(data, account.uid, account.gid);
}

function runInitdb(
  command: string,
  args: string[],
  account: Account | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...account,
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(signal ? { signal } : {}),
    });
    let output = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve();
      reject(
        new SetupError(`PostgreSQL could not make its data directory: ${output.trim().split('\n').at(-1)}`),
      );
    });
  });
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );
