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
let claim: string;
let complete: string;

beforeAll(async () => {
  database = await createTestDatabase();
  [one, two] = [new Client(database.url), new Client(database.url)];
  await Promise.all([one.connect(), two.connect()]);
  [claim, complete] = [await sql('queue-claim.sql'), await sql('queue-complete.sql')];
});

afterAll(async () => {
  await Promise.all([one.end(), two.end()]);
  await database.drop();
});

beforeEach(async () => {
  await one.query('DROP TABLE IF EXISTS job');
  await one.query(await sql('queue-table.sql'));
  await one.query(`INSERT INTO job (payload) VALUES ('{"n": 1}'), ('{"n": 2}')`);
});

const claimBy = async (worker: Client) => (await worker.query(claim)).rows[0];
const letLeasesExpire = () => one.query('UPDATE job SET due = now()');

it('two workers that ask at the same moment get different jobs, and neither waits', async () => {
  await one.query('BEGIN');
  expect(await claimBy(one)).toMatchObject({ id: '1', attempts: 1 });
  await two.query(`SET lock_timeout = '500ms'`);
  expect(await claimBy(two)).toMatchObject({ id: '2', attempts: 1 });
  expect(await claimBy(two)).toBeUndefined();
  await one.query('COMMIT');
});

it('a job whose lease has run out is given to the next worker, and the slow one can no longer complete it', async () => {
  const slow = await claimBy(one);
  await letLeasesExpire();
  const again = await claimBy(two);
  expect(again).toMatchObject({ id: slow.id, attempts: 2 });
  expect((await one.query(complete, [slow.id, slow.attempts])).rowCount).toBe(0);
  expect((await two.query(complete, [again.id, again.attempts])).rowCount).toBe(1);
});

it('a failing job does not hold up the others, but they overtake it', async () => {
  await claimBy(one);
  expect(await claimBy(two)).toMatchObject({ id: '2' });
});

it('after five attempts a job is left as a dead letter', async () => {
  await one.query('DELETE FROM job WHERE id = 2');
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    expect(await claimBy(one)).toMatchObject({ attempts: attempt });
    await letLeasesExpire();
  }
  expect(await claimBy(one)).toBeUndefined();
  expect((await one.query('SELECT id FROM job WHERE attempts >= 5')).rows).toEqual([{ id: '1' }]);
});
