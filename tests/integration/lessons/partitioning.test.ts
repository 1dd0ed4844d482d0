import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/tests/support/postgres';

const file = 'content/courses/system-design-mastery/02-database-scalability/sql/pruning.sql';

let database: TestDatabase;
let client: Client;
let queries: { promise: string; query: string }[];
beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  const parts = (await readFile(file, 'utf8')).split(/^-- /m);
  await client.query(parts[0] ?? '');
  queries = parts.slice(1).map((part) => {
    const [promise = '', ...lines] = part.split('\n');
    return { promise, query: lines.join('\n') };
  });
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

it('prunes where the text says so, and nowhere else', async () => {
  expect(queries.map(({ promise }) => promise)).toEqual([
    'one partition',
    'all partitions',
    'all partitions',
  ]);
  for (const { promise, query } of queries) {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (COSTS OFF) ${query}`);
    const scans = rows.filter((row) => row['QUERY PLAN'].includes('Scan on events_2026'));
    expect(scans, query).toHaveLength(promise === 'one partition' ? 1 : 2);
  }
});

it('refuses a unique constraint without the partition key', async () => {
  await expect(client.query('ALTER TABLE events ADD UNIQUE (tenant_id)')).rejects.toThrow(
    /must include all partitioning columns/,
  );
});

it('drops a month without deleting a row', async () => {
  await client.query(`INSERT INTO events VALUES (1, '2026-10-05Z', 'login'), (1, '2026-11-05Z', 'login')`);
  await client.query('DROP TABLE events_2026_10');
  expect((await client.query('SELECT count(*)::int AS n FROM events')).rows[0]?.n).toBe(1);
});
