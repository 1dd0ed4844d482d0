import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/tests/support/postgres';

const file = 'content/courses/system-design-mastery/02-database-scalability/sql/one-field.sql';

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const position = async () =>
  (await client.query<{ lsn: string }>('SELECT pg_current_wal_insert_lsn() AS lsn')).rows[0]?.lsn;

/** Bytes of write-ahead log, once the page has been logged as a whole since the last checkpoint. */
async function logBytes(statement: string) {
  await client.query(statement);
  const before = await position();
  await client.query(statement);
  const { rows } = await client.query<{ bytes: string }>('SELECT pg_wal_lsn_diff($1, $2) AS bytes', [
    await position(),
    before,
  ]);
  return Number(rows[0]?.bytes);
}

it('logs about a thousand times as much for one field of a document as for a row', async () => {
  const [tables = '', document = '', row = ''] = (await readFile(file, 'utf8')).split(/^-- .*\n/m);
  await client.query(tables);
  const documentBytes = await logBytes(document);
  const rowBytes = await logBytes(row);
  expect(documentBytes).toBeGreaterThan(100_000);
  expect(rowBytes).toBeLessThan(250);
  expect(documentBytes / rowBytes).toBeGreaterThan(400);
});
