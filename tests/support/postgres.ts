import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { applyMigrations } from '@/prisma/migrate';
import { startTemporaryPostgres } from '@/setup/postgres/start-temporary';

export type TestDatabase = AsyncDisposable & {
  readonly url: string;
  /** Drops the database, ending connections that are still open. */
  drop(): Promise<void>;
};

let ownServer: ReturnType<typeof startTemporaryPostgres> | undefined;
let databases = 0;

/** A migrated, empty database of its own for a test file. `npm test` names the server in TEST_DATABASE_URL; without it one is started for as long as databases of it exist. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const server = await openServer();
  databases += 1;
  await administer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const drop = async () => {
    await administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    databases -= 1;
    await closeServer();
  };
  try {
    await applyMigrations(url.href);
  } catch (error) {
    await drop();
    throw error;
  }
  return { url: url.href, drop, [Symbol.asyncDispose]: drop };
}

async function openServer(): Promise<string> {
  if (process.env.TEST_DATABASE_URL) return process.env.TEST_DATABASE_URL;
  ownServer ??= startTemporaryPostgres();
  return (await ownServer).url;
}

async function closeServer() {
  if (databases > 0 || ownServer === undefined) return;
  const server = await ownServer;
  ownServer = undefined;
  await server.destroy();
}

async function administer(url: string, statement: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
