import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { applyMigrations } from '@/prisma/migrate';
import { schemaFile } from '@/prisma/schema-engine';
import { writeMigration } from '@/prisma/write-migration';
import { startPostgres } from '@/setup/postgres/start-postgres';
import { createTestDatabase } from '../support/postgres';

async function makeDataDir() {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'mastery-postgres-'));
  await chmod(dataDir, 0o711);
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  return dataDir;
}

async function query(url: string, text: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

it('the database keeps its data, port and password over a restart', async () => {
  const dataDir = await makeDataDir();
  const first = await startPostgres(dataDir);
  await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS value');
  await first.stop();
  const second = await startPostgres(dataDir);
  onTestFinished(() => second.destroy());
  expect(second.url).toBe(first.url);
  expect(await query(second.url, 'SELECT value FROM kept')).toEqual([{ value: 7 }]);
});

it('nobody enters without the password, not even from this machine', async () => {
  const server = await startPostgres(await makeDataDir());
  onTestFinished(() => server.destroy());
  const url = new URL(server.url);
  url.password = 'guess';
  await expect(query(url.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
});

it('a server that a killed supervisor left is ended before the next one starts', async () => {
  const dataDir = await makeDataDir();
  const left = await startPostgres(dataDir);
  const next = await startPostgres(dataDir);
  onTestFinished(() => next.destroy());
  await left.server.ended;
  expect(await query(next.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

it('migrations are applied once, and lead to the schema', async () => {
  await using database = await createTestDatabase();
  expect(await applyMigrations(database.url)).toEqual([]);
  const rows = await query(database.url, 'SELECT migration_name FROM _prisma_migrations');
  expect(rows.length).toBeGreaterThan(0);
  expect(await readFile(schemaFile, 'utf8')).toContain('model');
  expect(await writeMigration('nothing_to_write', database.url)).toBeNull();
});
