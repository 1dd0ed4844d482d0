import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../../support/postgres';

const folder = path.join(
  import.meta.dirname,
  '../../../content/courses/system-design-mastery/07-monitoring/sql',
);
const sql = (name: string) => readFile(path.join(folder, name), 'utf8');

test('added buckets give the fleet’s percentiles, averaged percentiles do not', async () => {
  await using database = await createTestDatabase();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query(await sql('latency-histogram.sql'));
    const percentile = await sql('percentile.sql');
    const { rows } = await client.query(percentile);
    expect(rows).toEqual([{ p50: 10, p99: 500, within_100_ms: '97.1' }]);

    const ofServer = async (server: string) => {
      const text = percentile.replace('FROM latency', `FROM latency WHERE server = '${server}'`);
      return (await client.query(text)).rows[0];
    };
    const each = [await ofServer('app1'), await ofServer('app2'), await ofServer('app3')];
    expect(each.map(({ p99 }) => p99)).toEqual([100, 100, 1000]);
    expect(each.map(({ within_100_ms }) => within_100_ms)).toEqual(['99.5', '99.4', '50.0']);
  } finally {
    await client.end();
  }
});
