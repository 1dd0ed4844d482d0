import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { type GuardedProcess, startGuarded } from '../guarded-process';
import { readOrCreateSecret } from '../keys';
import { findFreePort, isPortFree } from '../ports';
import { SetupError } from '../setup-error';
import { waitFor } from '../wait-for';
import { findDatabaseAccount } from './account';
import { findPostgresBinaries } from './binaries';
import { initialiseDatabase } from './initialise';
import { clearLeftoverServer } from './leftover';
import { preparePlace } from './place';

export type PostgresServer = {
  /** Connection string of the database `mastery`, with its password. */
  readonly url: string;
  readonly server: GuardedProcess;
  stop(): Promise<void>;
  /** Stops the server and deletes all its data. */
  destroy(): Promise<void>;
};

/**
 * Starts the embedded PostgreSQL of a DATA_DIR on 127.0.0.1, on the port it had before where that is free.
 * Resolves when it answers queries.
 */
export async function startPostgres(dataDir: string, signal?: AbortSignal): Promise<PostgresServer> {
  const account = await findDatabaseAccount();
  const place = await preparePlace(dataDir, await findPostgresBinaries(), account);
  const password = await readOrCreateSecret(path.join(dataDir, 'keys/postgres-password'));
  const log = path.join(dataDir, 'logs/postgres.log');
  await mkdir(path.dirname(log), { recursive: true, mode: 0o700 });
  await initialiseDatabase({ place, account, password, signal });
  await clearLeftoverServer(place.data);
  const port = await choosePort(path.join(dataDir, 'postgres-port'));
  const server = startGuarded({
    command: path.join(place.binaries, 'bin/postgres'),
    args: [
      ...['-D', place.data, '-p', String(port)],
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      ...['-c', 'max_connections=200'],
    ],
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    identity: account,
    stopSignal: 'SIGINT',
    graceMs: 20_000,
    output: { file: log },
  });
  const stop = () => server.stop();
  const first = connectionString(password, port, 'postgres');
  try {
    await waitUntilItAnswers(first, server, log, signal);
    await createDatabase(first, 'mastery');
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: connectionString(password, port, 'mastery'),
    server,
    stop,
    async destroy() {
      await stop();
      await rm(place.removable, { recursive: true, force: true });
    },
  };
}

export const connectionString = (password: string, port: number, database: string) =>
  `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;

async function choosePort(file: string): Promise<number> {
  const before = Number(await readFile(file, 'utf8').catch(() => ''));
  if (before > 0 && (await isPortFree(before, '127.0.0.1'))) return before;
  const port = await findFreePort();
  await writeFile(file, String(port));
  return port;
}

async function waitUntilItAnswers(url: string, server: GuardedProcess, log: string, signal?: AbortSignal) {
  const { size } = await stat(log);
  await waitFor(
    async () => {
      if (server.hasEnded) throw new SetupError(`PostgreSQL did not start: ${await lastLines(log, size)}`);
      return (await answers(url)) ? true : null;
    },
    {
      deadlineMs: 60_000,
      late: () => new SetupError(`PostgreSQL did not answer within 60 s: its log is ${log}.`),
      signal,
    },
  );
}

async function lastLines(log: string, from: number): Promise<string> {
  const text = (await readFile(log, 'utf8')).slice(Math.max(0, from - 2000)).trim();
  return text.split('\n').slice(-4).join(' ');
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
