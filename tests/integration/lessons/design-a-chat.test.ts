import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/postgres';

const sql = (name: string) =>
  readFile(
    path.join(process.cwd(), 'content/courses/system-design-mastery/08-interview/sql', `${name}.sql`),
    'utf8',
  );

let database: TestDatabase;
const open: Client[] = [];

async function session() {
  const client = new Client({ connectionString: database.url, options: '-c search_path=chat' });
  await client.connect();
  open.push(client);
  return client;
}

const close = () => Promise.all(open.splice(0).map((client) => client.end()));

beforeAll(async () => {
  database = await createTestDatabase();
  const client = await session();
  await client.query('CREATE SCHEMA chat');
  await client.query(await sql('chat-tables'));
  await client.query(await sql('chat-send'));
  await client.query('CREATE TABLE naive (id bigint GENERATED ALWAYS AS IDENTITY, body text)');
  await close();
});

beforeEach(async () => {
  const client = await session();
  await client.query('TRUNCATE conversations, messages, members');
  await client.query('INSERT INTO conversations (id) VALUES (1), (2)');
  await client.query('INSERT INTO members (conversation_id, user_id) VALUES (1, 7)');
  return close;
});

afterAll(() => database.drop());

const send = (client: Client, body: string, id: string = randomUUID(), conversation = 1) =>
  client
    .query<{ seq: string }>('SELECT send_message($1, 7, $2, $3) AS seq', [conversation, id, body])
    .then(({ rows }) => Number(rows[0]?.seq));

/** What a client receives that holds everything up to `seq`. */
const after = async (client: Client, seq: number) => {
  const text = 'SELECT seq, body FROM messages WHERE conversation_id = 1 AND seq > $1 ORDER BY seq';
  return (await client.query<{ seq: string; body: string }>(text, [seq])).rows.map((row) => row.body);
};

async function waitUntilBlocked(observer: Client) {
  const text =
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
  await expect.poll(async () => (await observer.query(text)).rowCount, { timeout: 5_000 }).toBe(1);
}

test('with a table-wide identity a reader can skip a message for ever', async () => {
  const [slow, quick, reader] = [await session(), await session(), await session()];
  const naiveAfter = async (id: number) =>
    (await reader.query<{ id: string }>('SELECT id FROM naive WHERE id > $1 ORDER BY id', [id])).rows.map(
      (row) => Number(row.id),
    );
  await slow.query('BEGIN');
  await slow.query("INSERT INTO naive (body) VALUES ('do not')");
  await quick.query("INSERT INTO naive (body) VALUES ('sell')");
  expect(await naiveAfter(0)).toEqual([2]);
  await slow.query('COMMIT');
  expect(await naiveAfter(2)).toEqual([]);
});

test('with a sequence for each conversation numbers become visible in their order', async () => {
  const [slow, quick, reader] = [await session(), await session(), await session()];
  await slow.query('BEGIN');
  expect(await send(slow, 'do not')).toBe(1);
  const second = send(quick, 'sell');
  await waitUntilBlocked(reader);
  expect(await after(reader, 0)).toEqual([]);
  await slow.query('COMMIT');
  expect(await second).toBe(2);
  expect(await after(reader, 0)).toEqual(['do not', 'sell']);
});

test('another conversation does not wait', async () => {
  const [slow, other] = [await session(), await session()];
  await slow.query('BEGIN');
  await send(slow, 'held');
  expect(await send(other, 'free', randomUUID(), 2)).toBe(1);
  await slow.query('COMMIT');
});

test('a message that is rolled back leaves no gap', async () => {
  const client = await session();
  await client.query('BEGIN');
  expect(await send(client, 'lost')).toBe(1);
  await client.query('ROLLBACK');
  expect(await send(client, 'kept')).toBe(1);
});

test('retries that race with their first try get its number; 200 sends give 100 messages without gaps', async () => {
  const clients = await Promise.all(Array.from({ length: 8 }, session));
  const ids = Array.from({ length: 100 }, () => randomUUID());
  const tries = [...ids, ...ids.toReversed()];
  const numbers = new Map<string, Set<number>>(ids.map((id) => [id, new Set()]));
  await Promise.all(
    clients.map(async (client, worker) => {
      for (let index = worker; index < tries.length; index += clients.length) {
        const id = tries[index] ?? '';
        numbers.get(id)?.add(await send(client, id, id));
      }
    }),
  );
  const assigned = [...numbers.values()].flatMap((set) => [...set]);
  expect(assigned.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
});

test('a late receipt does not move a read position back', async () => {
  const client = await session();
  const read = (seq: number) =>
    client.query(
      'UPDATE members SET read_seq = greatest(read_seq, $1) WHERE conversation_id = 1 AND user_id = 7',
      [seq],
    );
  await read(42);
  await read(40);
  expect((await client.query('SELECT read_seq FROM members')).rows).toEqual([{ read_seq: '42' }]);
});
