import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/tests/support/postgres';

const folder = path.resolve('content/courses/system-design-mastery/02-database-scalability/sql');
const statementsOf = async (file: string) =>
  (await readFile(path.join(folder, file), 'utf8')).split(/;\n+/).filter((statement) => statement.trim());

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

const run = async (statements: readonly string[]) => {
  for (const statement of statements) await client.query(statement);
};

/** The plan of a query, and the 8 KB pages that it touched. */
async function explain(query: string): Promise<{ plan: string; pages: number }> {
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(
    `EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF, SUMMARY OFF) ${query}`,
  );
  const lines = rows.map((row) => row['QUERY PLAN']);
  const buffers = lines.find((line) => line.includes('Buffers:')) ?? '';
  const pages = [...buffers.matchAll(/(?:hit|read)=(\d+)/g)].reduce(
    (sum, match) => sum + Number(match[1]),
    0,
  );
  return { plan: lines.join('\n'), pages };
}

/** Bytes of write-ahead log that a statement makes, a row. */
async function logBytes(statement: string, rows: number): Promise<number> {
  const position = async () =>
    (await client.query<{ lsn: string }>('SELECT pg_current_wal_insert_lsn() AS lsn')).rows[0]?.lsn;
  const before = await position();
  await client.query(statement);
  const difference = await client.query<{ bytes: string }>('SELECT pg_wal_lsn_diff($1, $2) AS bytes', [
    await position(),
    before,
  ]);
  return Number(difference.rows[0]?.bytes) / rows;
}

it('reads 10,000, 53, 23 and 4 pages for the same twenty rows', { timeout: 120_000 }, async () => {
  await run(await statementsOf('orders.sql'));
  await client.query('SET max_parallel_workers_per_gather = 0');
  const [query = '', byCustomer = '', byTime = '', covering = ''] = await statementsOf('newest-orders.sql');

  const scan = await explain(query);
  expect(scan.plan).toContain('Seq Scan');
  expect(scan.pages).toBeGreaterThan(10_000);
  expect(scan.pages).toBeLessThan(10_500);

  await client.query(byCustomer);
  const bitmap = await explain(query);
  expect(bitmap.plan).toContain('Sort Key: created_at DESC');
  expect(bitmap.pages).toBe(53);

  await client.query(byTime);
  const ordered = await explain(query);
  expect(ordered.plan).not.toContain('Sort');
  expect(ordered.pages).toBe(23);

  await client.query(covering);
  const indexOnly = await explain(query);
  expect(indexOnly.plan).toContain('Index Only Scan');
  expect(indexOnly.pages).toBe(4);
});

it('logs several times as much for random keys as for ordered ones', { timeout: 120_000 }, async () => {
  await run(await statementsOf('key-order.sql'));
  const added = (table: string) =>
    `INSERT INTO ${table} (payload) SELECT repeat('x', 100) FROM generate_series(1, 10000)`;
  await client.query('CHECKPOINT');
  const random = await logBytes(added('random_keys'), 10_000);
  await client.query('CHECKPOINT');
  const ordered = await logBytes(added('ordered_keys'), 10_000);
  expect(random).toBeGreaterThan(1_200);
  expect(ordered).toBeLessThan(400);
  expect(random / ordered).toBeGreaterThan(5);
});

it('logs several times as much with four indexes as with none', { timeout: 120_000 }, async () => {
  await run(await statementsOf('four-indexes.sql'));
  const add = (table: string, rows: number) =>
    `INSERT INTO ${table} SELECT random(1, 1000000), random(1, 1000000), random(1, 1000000), random(1, 1000000) FROM generate_series(1, ${rows})`;
  await client.query('CHECKPOINT');
  await client.query(add('indexed', 20_000));
  const bare = await logBytes(add('bare', 20_000), 20_000);
  const indexed = await logBytes(add('indexed', 20_000), 20_000);
  expect(bare).toBeLessThan(100);
  expect(indexed).toBeGreaterThan(4.5 * bare);
  expect(indexed).toBeLessThan(10 * bare);
});
