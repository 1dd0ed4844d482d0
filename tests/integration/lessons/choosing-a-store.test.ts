import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/tests/support/postgres';

const folder = path.resolve('content/courses/system-design-mastery/02-database-scalability/sql');
/** The parts of a file, which lines of comment divide. */
const partsOf = async (file: string) => (await readFile(path.join(folder, file), 'utf8')).split(/^-- .*\n/m);

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
  const [tables = '', document = '', row = ''] = await partsOf('one-field.sql');
  await client.query(tables);
  const documentBytes = await logBytes(document);
  const rowBytes = await logBytes(row);
  expect(documentBytes).toBeGreaterThan(100_000);
  expect(documentBytes).toBeLessThan(120_000);
  expect(rowBytes).toBeLessThan(250);
  expect(documentBytes / rowBytes).toBeGreaterThan(400);

  await client.query(`UPDATE article_documents SET body =
    jsonb_set(body, '{text}', to_jsonb((SELECT string_agg(md5(n::text), '') FROM generate_series(1, 16000) AS n)))`);
  expect((await logBytes(document)) / documentBytes).toBeCloseTo(5, 0);
});

/** Pages that a query touched. */
async function pagesOf(query: string) {
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(
    `EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF, SUMMARY OFF) ${query}`,
  );
  const buffers = rows.map((row) => row['QUERY PLAN']).find((line) => line.includes('Buffers:')) ?? '';
  return [...buffers.matchAll(/(?:hit|read)=(\d+)/g)].reduce((sum, match) => sum + Number(match[1]), 0);
}

it('reads every match to find the best twenty, and few to find any', { timeout: 60_000 }, async () => {
  const [tables = '', any = '', best = ''] = await partsOf('ranked-search.sql');
  await client.query(tables);
  await client.query('VACUUM ANALYZE articles');
  await client.query('SET max_parallel_workers_per_gather = 0');
  expect(await pagesOf(any)).toBeLessThan(60);
  expect(await pagesOf(best)).toBeGreaterThan(4000);
  expect(await pagesOf(best)).toBeLessThan(4050);
});
