import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/postgres';

const folder = 'content/courses/system-design-mastery/08-interview/sql';
const sql = (name: string) => readFile(path.join(process.cwd(), folder, name), 'utf8');
const [anna, ben] = [1, 2];

let database: TestDatabase;
let one: Client;
let two: Client;
let offer: string;
let accept: string;

beforeAll(async () => {
  database = await createTestDatabase();
  [one, two] = [new Client(database.url), new Client(database.url)];
  await Promise.all([one.connect(), two.connect()]);
  [offer, accept] = [await sql('trip-offer.sql'), await sql('trip-accept.sql')];
});

afterAll(async () => {
  await Promise.all([one.end(), two.end()]);
  await database.drop();
});

beforeEach(async () => {
  await one.query('DROP TABLE IF EXISTS trip');
  await one.query(await sql('trip-table.sql'));
  await one.query('INSERT INTO trip (rider) VALUES (100), (200)');
});

const offerTo = async (driver: number, trip = 1) => (await one.query(offer, [trip, driver])).rows[0]?.offer;
const acceptBy = async (driver: number, number: number, client = one) =>
  (await client.query(accept, [1, driver, number])).rowCount;
const letOfferExpire = () => one.query('UPDATE trip SET offer_until = now()');

it('an offer that is accepted in time is a trip', async () => {
  expect(await offerTo(anna)).toBe(1);
  expect(await acceptBy(anna, 1)).toBe(1);
});

it('a trip under offer is not offered to a second driver before the offer has run out', async () => {
  await offerTo(anna);
  expect(await offerTo(ben)).toBeUndefined();
});

it('an acceptance that comes after the offer went to somebody else changes nothing', async () => {
  const late = await offerTo(anna);
  await letOfferExpire();
  const current = await offerTo(ben);
  expect(await acceptBy(anna, late, two)).toBe(0);
  expect(await acceptBy(ben, current)).toBe(1);
});

it('an old acceptance does not count for a new offer to the same driver', async () => {
  const old = await offerTo(anna);
  await letOfferExpire();
  expect(await offerTo(anna)).toBe(2);
  expect(await acceptBy(anna, old)).toBe(0);
});

it('two matchers cannot give one driver two trips', async () => {
  await offerTo(anna, 1);
  await expect(two.query(offer, [2, anna])).rejects.toThrow('one_trip_a_driver');
});
