import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '@/setup/postgres/start-postgres';

const folder = 'content/courses/system-design-mastery/04-event-driven-architecture/sql';
const sql = (name: string) => readFile(path.join(process.cwd(), folder, name), 'utf8');
const freeSeat = `UPDATE seat SET holder = 'ben' WHERE flight = 'XY400' AND number = '12A' AND holder IS NULL`;

let dataDir: string;
let server: PostgresServer;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'mastery-postgres-'));
  await chmod(dataDir, 0o711);
  server = await startPostgres(dataDir);
});

afterAll(async () => {
  await server.destroy();
  await rm(dataDir, { recursive: true, force: true });
});

async function inSession<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const run = (...statements: string[]) =>
  inSession(async (client) => {
    for (const statement of statements) await client.query(statement);
  });

async function restart() {
  await server.stop();
  server = await startPostgres(dataDir);
}

it('prepared transactions are off unless somebody turns them on', async () => {
  await run('CREATE TABLE seat (flight text, number text, holder text, PRIMARY KEY (flight, number))');
  await run(`INSERT INTO seat VALUES ('XY400', '12A', NULL)`);
  await expect(run(await sql('prepare.sql'))).rejects.toThrow('prepared transactions are disabled');
  await run('ALTER SYSTEM SET max_prepared_transactions = 10');
  await restart();
});

it('a prepared transaction keeps its locks when its session ends and when the server restarts', async () => {
  await run(await sql('prepare.sql'));
  const tryToBook = () => run(`SET lock_timeout = '300ms'`, freeSeat);
  await expect(tryToBook()).rejects.toThrow('lock timeout');
  await restart();
  await expect(tryToBook()).rejects.toThrow('lock timeout');
});

it('it is found in a view, and any session can end it', async () => {
  const inDoubt = await sql('in-doubt.sql');
  const rows = await inSession(async (client) => (await client.query(inDoubt)).rows);
  expect(rows).toMatchObject([{ gid: 'booking-8123', database: 'mastery' }]);
  await run(`ROLLBACK PREPARED 'booking-8123'`);
  expect(await inSession(async (client) => (await client.query(freeSeat)).rowCount)).toBe(1);
});
