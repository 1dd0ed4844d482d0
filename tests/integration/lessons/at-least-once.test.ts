import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/postgres';

const folder = 'content/courses/system-design-mastery/04-event-driven-architecture/sql';
const sql = (name: string) => readFile(path.join(process.cwd(), folder, name), 'utf8');

let database: TestDatabase;
let one: Client;
let two: Client;
let consume: string;
let relay: string;

beforeAll(async () => {
  database = await createTestDatabase();
  [one, two] = [new Client(database.url), new Client(database.url)];
  await Promise.all([one.connect(), two.connect()]);
  [consume, relay] = [await sql('consume-once.sql'), await sql('outbox-relay.sql')];
});

afterAll(async () => {
  await Promise.all([one.end(), two.end()]);
  await database.drop();
});

beforeEach(async () => {
  await one.query('DROP TABLE IF EXISTS account, processed, outbox');
  await one.query(await sql('payout-tables.sql'));
  await one.query('INSERT INTO account VALUES (7, 100)');
});

const balance = async () => (await two.query('SELECT balance FROM account WHERE id = 7')).rows[0].balance;
const insertEvent = (client: Client, key: string) =>
  client.query(`INSERT INTO outbox (key, payload) VALUES ($1, '{}')`, [key]);
const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();

it('a message that is delivered twice has its effect once', async () => {
  const message = [randomUUID(), 7, 50];
  expect((await one.query(consume, message)).rowCount).toBe(1);
  expect((await two.query(consume, message)).rowCount).toBe(0);
  expect(await balance()).toBe('150');
});

it('a second delivery at the same moment waits for the first, and then does nothing', async () => {
  const message = [randomUUID(), 7, 50];
  await one.query('BEGIN');
  await one.query(consume, message);
  const second = two.query(consume, message);
  await one.query('COMMIT');
  expect((await second).rowCount).toBe(0);
  expect(await balance()).toBe('150');
});

it('if the first delivery crashes before its commit, the second one does the work', async () => {
  const message = [randomUUID(), 7, 50];
  await one.query('BEGIN');
  await one.query(consume, message);
  const second = two.query(consume, message);
  await one.query('ROLLBACK');
  expect((await second).rowCount).toBe(1);
  expect(await balance()).toBe('150');
});

it('a relay that remembers the last id misses a transaction that commits late; one that deletes does not', async () => {
  await one.query('BEGIN');
  await insertEvent(one, 'early id, late commit');
  await insertEvent(two, 'late id, early commit');
  const after = (last: number) => two.query('SELECT id FROM outbox WHERE id > $1', [last]);
  expect(idsOf((await after(0)).rows)).toEqual(['2']);
  await one.query('COMMIT');
  expect((await after(2)).rows).toEqual([]);
  expect(idsOf((await two.query(relay)).rows)).toEqual(['1', '2']);
});

it('a relay that crashes after it has published, publishes again', async () => {
  await insertEvent(one, 'order 1');
  await one.query('BEGIN');
  expect((await one.query(relay)).rowCount).toBe(1);
  await one.query('ROLLBACK');
  expect((await two.query(relay)).rowCount).toBe(1);
});
