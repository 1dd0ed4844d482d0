import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/tests/support/postgres';

const folder = path.resolve('content/courses/system-design-mastery/02-database-scalability/sql');
const serializationFailure = '40001';

let database: TestDatabase;
let sessions: Record<string, Client>;
beforeAll(async () => {
  database = await createTestDatabase();
  sessions = {
    Ada: new Client({ connectionString: database.url }),
    Bob: new Client({ connectionString: database.url }),
  };
  for (const session of Object.values(sessions)) await session.connect();
});
afterAll(async () => {
  for (const session of Object.values(sessions)) await session.end();
  await database.drop();
});

const ada = (statement: string) => session('Ada').query(statement);
const session = (name: string): Client => {
  const found = sessions[name];
  if (!found) throw new Error(`No session is called ${name}.`);
  return found;
};

/** Runs a script whose lines begin with the name of a session. Answers the SQLSTATE of the statement that failed. */
async function play(script: string): Promise<string | undefined> {
  let failure: string | undefined;
  for (const [, name = '', statement = ''] of script.matchAll(/^\/\* (\w+) \*\/ (.*)$/gm)) {
    try {
      await session(name).query(statement);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      failure ??= String(error.code);
    }
  }
  return failure;
}

const script = (file: string) => readFile(path.join(folder, file), 'utf8');
const atLevel = (text: string, level: string) =>
  text.replace(/BEGIN[^;]*;/g, `BEGIN ISOLATION LEVEL ${level};`);

const resetServers = async () => {
  await ada('DROP TABLE IF EXISTS servers');
  await ada('CREATE TABLE servers (name text PRIMARY KEY, in_rotation boolean NOT NULL)');
  await ada(`INSERT INTO servers VALUES ('app1', true), ('app2', true)`);
};
const inRotation = async () =>
  Number((await ada('SELECT count(*) AS n FROM servers WHERE in_rotation')).rows[0]?.n);

const resetFlights = async () => {
  await ada('DROP TABLE IF EXISTS flights');
  await ada('CREATE TABLE flights (id int PRIMARY KEY, seats int NOT NULL)');
  await ada('INSERT INTO flights VALUES (1, 10)');
};
const seats = async () => Number((await ada('SELECT seats FROM flights')).rows[0]?.seats);

const levels = [
  { level: 'READ COMMITTED', seesInsert: true, lost: undefined, skew: undefined },
  { level: 'REPEATABLE READ', seesInsert: false, lost: serializationFailure, skew: undefined },
  { level: 'SERIALIZABLE', seesInsert: false, lost: serializationFailure, skew: serializationFailure },
] as const;

it.each(levels)('treats a lost update at $level as the table says', async ({ level, lost }) => {
  await resetFlights();
  expect(await play(atLevel(await script('lost-update.sql'), level))).toBe(lost);
  expect(await seats()).toBe(lost === undefined ? 8 : 9);
});

it.each(levels)('treats write skew at $level as the table says', async ({ level, skew }) => {
  await resetServers();
  expect(await play(atLevel(await script('write-skew.sql'), level))).toBe(skew);
  expect(await inRotation()).toBe(skew === undefined ? 0 : 1);
});

it('empties the pool with the script as it stands', async () => {
  await resetServers();
  expect(await play(await script('write-skew.sql'))).toBeUndefined();
  expect(await inRotation()).toBe(0);
});

it.each(levels)('lets a second read at $level differ as the table says', async ({ level, seesInsert }) => {
  await resetFlights();
  await ada(`BEGIN ISOLATION LEVEL ${level}`);
  await ada('SELECT count(*) FROM flights');
  await session('Bob').query('INSERT INTO flights VALUES (2, 4)');
  expect(Number((await ada('SELECT count(*) AS n FROM flights')).rows[0]?.n)).toBe(seesInsert ? 2 : 1);
  await ada('COMMIT');
});

it('keeps both sales when the update computes in the database', async () => {
  await resetFlights();
  const sale = 'UPDATE flights SET seats = seats - 1 WHERE id = 1 AND seats >= 1';
  expect(await play(`/* Ada */ BEGIN;\n/* Ada */ ${sale};\n/* Ada */ COMMIT;\n/* Bob */ ${sale};`)).toBe(
    undefined,
  );
  expect(await seats()).toBe(8);
});

it.each(['READ UNCOMMITTED', ...levels.map(({ level }) => level)])(
  'never shows an uncommitted change at %s',
  async (level) => {
    await resetFlights();
    await session('Bob').query('BEGIN');
    await session('Bob').query('UPDATE flights SET seats = 0');
    await ada(`BEGIN ISOLATION LEVEL ${level}`);
    expect(await seats()).toBe(10);
    await ada('COMMIT');
    await session('Bob').query('ROLLBACK');
  },
);
