import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/postgres';

const folder = 'content/courses/system-design-mastery/08-interview/sql';
const sql = (name: string) => readFile(path.join(process.cwd(), folder, name), 'utf8');
const [bank, ana, ben, fees] = [1, 2, 3, 4];

let database: TestDatabase;
let one: Client;
let two: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  [one, two] = [new Client(database.url), new Client(database.url)];
  await Promise.all([one.connect(), two.connect()]);
});

afterAll(async () => {
  await Promise.all([one.end(), two.end()]);
  await database.drop();
});

type Legs = [account: number, amount: number][];

async function post(legs: Legs, key: string = randomUUID(), client = one): Promise<string> {
  const json = JSON.stringify(legs.map(([account, amount]) => ({ account, amount })));
  return (await client.query('SELECT post($1, $2) AS id', [key, json])).rows[0].id;
}

async function balances(): Promise<number[]> {
  const { rows } = await two.query('SELECT balance FROM account ORDER BY id');
  return rows.map(({ balance }) => Number(balance));
}

beforeEach(async () => {
  await one.query('DROP TABLE IF EXISTS entry, transfer, account');
  await one.query('DROP FUNCTION IF EXISTS post, check_zero_sum, refuse_change');
  await one.query(await sql('ledger-tables.sql'));
  await one.query(await sql('ledger-post.sql'));
  await one.query(
    `INSERT INTO account VALUES (1, 'EUR', 0, NULL), (2, 'EUR', 0, 0), (3, 'EUR', 0, 0), (4, 'EUR', 0, NULL)`,
  );
  await post([
    [bank, -10_000],
    [ana, 10_000],
  ]);
});

it('a transfer moves money and a fee, and everything adds up to zero', async () => {
  await post([
    [ana, -2_600],
    [ben, 2_500],
    [fees, 100],
  ]);
  expect(await balances()).toEqual([-10_000, 7_400, 2_500, 100]);
});

it('legs that do not add up to zero are refused at the commit', async () => {
  await expect(
    post([
      [ana, -2_500],
      [ben, 2_600],
    ]),
  ).rejects.toThrow('does not add up to zero');
  expect(await balances()).toEqual([-10_000, 10_000, 0, 0]);
});

it('a repeated key gives the first answer and moves nothing; with other legs it is refused', async () => {
  const key = randomUUID();
  const legs: Legs = [
    [ana, -500],
    [ben, 500],
  ];
  const first = await post(legs, key);
  expect(await post(legs, key, two)).toBe(first);
  expect(await balances()).toEqual([-10_000, 9_500, 500, 0]);
  const other: Legs = [
    [ana, -900],
    [ben, 900],
  ];
  await expect(post(other, key)).rejects.toThrow('used for another transfer');
});

it('two spendings at once cannot take an account below its lowest balance', async () => {
  const spend: Legs = [
    [ana, -8_000],
    [ben, 8_000],
  ];
  const results = await Promise.allSettled([post(spend), post(spend, randomUUID(), two)]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await balances()).toEqual([-10_000, 2_000, 8_000, 0]);
});

it('transfers in opposite directions at once do not deadlock', async () => {
  await post([
    [bank, -10_000],
    [ben, 10_000],
  ]);
  const repeat = async (client: Client, legs: Legs) => {
    for (let n = 0; n < 100; n += 1) await post(legs, randomUUID(), client);
  };
  const there = repeat(one, [
    [ana, -10],
    [ben, 10],
  ]);
  const back = repeat(two, [
    [ben, -10],
    [ana, 10],
  ]);
  await Promise.all([there, back]);
  expect(await balances()).toEqual([-20_000, 10_000, 10_000, 0]);
});

it('an entry can be neither changed nor deleted', async () => {
  await expect(one.query('UPDATE entry SET amount = 1')).rejects.toThrow('never changed');
  await expect(one.query('DELETE FROM entry')).rejects.toThrow('never changed');
});

it('every balance is the sum of its entries', async () => {
  await post([
    [ana, -300],
    [ben, 300],
  ]);
  const wrong = `SELECT id FROM account WHERE balance <> (SELECT coalesce(sum(amount), 0) FROM entry WHERE account = account.id)`;
  expect((await one.query(wrong)).rows).toEqual([]);
});
