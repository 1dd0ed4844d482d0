import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client, type QueryResult } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/tests/support/postgres';

const folder = path.resolve('content/courses/system-design-mastery/06-microservices/sql');
const read = (file: string) => readFile(path.join(folder, file), 'utf8');

let database: TestDatabase;
let first: Client;
let retry: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  first = new Client({ connectionString: database.url });
  retry = new Client({ connectionString: database.url });
  await first.connect();
  await retry.connect();
});
afterAll(async () => {
  await first.end();
  await retry.end();
  await database.drop();
});

describe('two attempts with one idempotency key', () => {
  let script: string;
  beforeEach(async () => {
    await first.query('DROP TABLE IF EXISTS payments, idempotency_keys');
    await first.query(await read('idempotency-keys.sql'));
    script = await read('two-attempts.sql');
  });

  /** Plays the script; what the retry sends may wait for the first attempt. */
  async function play(text: string): Promise<QueryResult[]> {
    const retried: Promise<QueryResult>[] = [];
    for (const [, name, statement = ''] of text.matchAll(/^\/\* (\w+) \*\/ (.*)$/gm)) {
      if (name === 'retry') retried.push(retry.query(statement));
      else await first.query(statement);
    }
    return Promise.all(retried);
  }

  const payments = async () => Number((await first.query('SELECT count(*) AS n FROM payments')).rows[0]?.n);

  it('pays once; the retry waits, inserts nothing and reads the stored answer', async () => {
    const [insert, select] = await play(script);
    expect(insert?.rowCount).toBe(0);
    expect(select?.rows[0]).toEqual({ request_hash: 'a5f0', response: { payment: 1 } });
    expect(await payments()).toBe(1);
  });

  it('lets the retry do the work when the first attempt rolls back', async () => {
    const [insert] = await play(script.replace('COMMIT', 'ROLLBACK'));
    expect(insert?.rowCount).toBe(1);
    expect(await payments()).toBe(0);
  });
});

it('keeps keys unique over partitions by ranges of the key, and drops a day of them at once', async () => {
  await first.query(`
    CREATE TABLE daily_keys (account_id int, key uuid, PRIMARY KEY (account_id, key)) PARTITION BY RANGE (key);
    CREATE TABLE daily_keys_old PARTITION OF daily_keys FOR VALUES FROM (MINVALUE) TO ('019a5bc0-0000-7000-8000-000000000000');
    CREATE TABLE daily_keys_new PARTITION OF daily_keys FOR VALUES FROM ('019a5bc0-0000-7000-8000-000000000000') TO (MAXVALUE);
  `);
  const key = '019a5bbf-ffff-7abc-8000-000000000001';
  const insert = () => first.query(`INSERT INTO daily_keys VALUES (7, '${key}') ON CONFLICT DO NOTHING`);
  expect((await insert()).rowCount).toBe(1);
  expect((await insert()).rowCount).toBe(0);
  await first.query('DROP TABLE daily_keys_old');
  expect((await first.query('SELECT * FROM daily_keys')).rowCount).toBe(0);
  await expect(
    first.query(
      'CREATE TABLE t (account_id int, key uuid, made_on date, PRIMARY KEY (account_id, key)) PARTITION BY RANGE (made_on)',
    ),
  ).rejects.toThrow('must include all partitioning columns');
});

describe('two ways to the next page', () => {
  let byNumber: string;
  let byKey: string;
  beforeAll(async () => {
    [byNumber = '', byKey = ''] = (await read('pages.sql')).split(/^-- .*\n/m).slice(1);
    await first.query(`
      CREATE TABLE messages (id int PRIMARY KEY, created_at timestamptz NOT NULL, body text NOT NULL);
      INSERT INTO messages SELECT n, timestamptz '2026-01-01Z' + n * interval '1 second', repeat('x', 100)
      FROM generate_series(1, 200000) AS n;
      CREATE INDEX ON messages (created_at DESC, id DESC);
    `);
    await first.query('VACUUM ANALYZE messages');
  }, 120_000);

  type Row = { id: number; created_at: Date };
  const idsOf = (result: QueryResult<Row>) => result.rows.map((row) => row.id);

  async function pagesRead(query: string, values: unknown[]): Promise<number> {
    const { rows } = await first.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF, SUMMARY OFF) ${query}`,
      values,
    );
    const buffers = rows.map((row) => row['QUERY PLAN']).find((line) => line.includes('Buffers:')) ?? '';
    return [...buffers.matchAll(/(?:hit|read)=(\d+)/g)].reduce((sum, match) => sum + Number(match[1]), 0);
  }

  it('repeats rows by number, and never by key, when five messages arrive between two pages', async () => {
    const page = await first.query<Row>(byNumber, [0]);
    const last = page.rows.at(-1);
    await first.query(`INSERT INTO messages SELECT 200000 + n, now(), 'new' FROM generate_series(1, 5) AS n`);

    const numbered = idsOf(await first.query<Row>(byNumber, [20]));
    expect(numbered.filter((id) => idsOf(page).includes(id))).toHaveLength(5);

    const keyed = idsOf(await first.query<Row>(byKey, [last?.created_at, last?.id]));
    expect(keyed).toEqual(Array.from({ length: 20 }, (_, index) => 199_980 - index));
  });

  it('reads about a hundred times as much for page 5,000 by number', async () => {
    await first.query('VACUUM ANALYZE messages');
    const deep = (await first.query<Row>(byNumber, [99_999])).rows[0];
    const numbered = await pagesRead(byNumber, [100_000]);
    const keyed = await pagesRead(byKey, [deep?.created_at, deep?.id]);
    expect(numbered).toBeGreaterThan(300);
    expect(keyed).toBeLessThan(10);
  });
});
