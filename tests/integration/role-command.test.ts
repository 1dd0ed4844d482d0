import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareDatabase } from '@/setup/database';
import { startPostgres } from '@/setup/postgres/start-postgres';
import { Progress } from '@/setup/progress';
import { projectRoot } from '@/setup/project';
import { readSettings } from '@/setup/settings';
import { lockInstance } from '@/setup/supervise/instance-lock';
import { createTestDatabase, type TestDatabase } from '@/tests/support/postgres';

const run = (args: readonly string[], env: Record<string, string>) =>
  new Promise<{ code: number | null; said: string; told: string }>((resolve, reject) => {
    const main = path.join(projectRoot, 'setup/main.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', main, 'role', ...args], {
      cwd: projectRoot,
      env: { ...process.env, ...env },
    });
    let [said, told] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (told += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said: said.trim(), told: told.trim() }));
  });

const query = async (url: string, text: string, values: unknown[] = []) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
};
const addUser = (url: string, email: string) =>
  query(
    url,
    `INSERT INTO "User" ("id", "email", "name", "updatedAt") VALUES (gen_random_uuid(), $1, 'Ada', now())`,
    [email],
  );

describe('npm run role, on DATABASE_URL', () => {
  let database: TestDatabase;
  let dataDir: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'mastery-role-'));
    await addUser(database.url, 'ada@example.org');
  });
  afterAll(async () => {
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });
  const role = (...args: string[]) => run(args, { DATABASE_URL: database.url, DATA_DIR: dataDir });

  it('gives a role, says what it was, and writes it into the audit trail', async () => {
    const given = await role(' Ada@Example.org ', 'admin');
    expect(given).toMatchObject({ code: 0, said: expect.stringContaining('is admin now; before: learner.') });
    expect(given.said).toContain('have not proved');
    expect(await role('ada@example.org', 'admin')).toMatchObject({
      code: 0,
      said: expect.stringContaining('was admin already'),
    });
    expect((await role('ada@example.org', 'mentor')).said).toContain('Nobody is admin now.');
    expect(
      await query(database.url, 'SELECT "action", "actorId", "details" FROM "AuditEntry" ORDER BY "id"'),
    ).toEqual([
      { action: 'role', actorId: null, details: { from: 'learner', to: 'admin' } },
      { action: 'role', actorId: null, details: { from: 'admin', to: 'mentor' } },
    ]);
  });

  it('says so when no account has the address, and how it is called', async () => {
    const missing = await role('nobody@example.org', 'admin');
    expect(missing).toMatchObject({ code: 1, said: '' });
    expect(missing.told).toContain('No account has the address nobody@example.org');
    for (const args of [['ada@example.org'], ['ada@example.org', 'king'], ['ada', 'admin']]) {
      const wrong = await role(...args);
      expect(wrong.code, args.join(' ')).toBe(2);
      expect(wrong.told).toContain('Usage: npm run role -- <email> <learner|mentor|moderator|admin>');
    }
  });

  it('says so when the database does not answer', async () => {
    const gone = await run(['ada@example.org', 'admin'], {
      DATABASE_URL: 'postgresql://x:y@127.0.0.1:9/none',
      DATA_DIR: dataDir,
    });
    expect(gone.code).toBe(1);
    expect(gone.told).toMatch(/DATABASE_URL cannot be used/);
  });
});

describe('npm run role, on the embedded database', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'mastery-role-'));
    await chmod(dataDir, 0o711);
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));
  const role = (...args: string[]) => run(args, { DATABASE_URL: '', DATA_DIR: dataDir });

  it('works while the product runs, and by starting the database when nothing does', async () => {
    const lock = await lockInstance(dataDir);
    const server = await startPostgres(dataDir);
    await prepareDatabase({ ...readSettings(), databaseUrl: server.url }, new Progress(), () => undefined);
    await addUser(server.url, 'grace@example.org');
    expect((await role('grace@example.org', 'moderator')).said).toContain('is moderator now');
    // It left the server of the one that runs alone.
    expect(await query(server.url, 'SELECT "role"::text FROM "User"')).toEqual([{ role: 'moderator' }]);
    await server.stop();
    await lock.release();

    expect((await role('grace@example.org', 'admin')).said).toContain('is admin now; before: moderator.');
    const again = await lockInstance(dataDir);
    expect(again.afterCrash).toBe(false);
    const later = await startPostgres(dataDir);
    expect(await query(later.url, 'SELECT "role"::text FROM "User"')).toEqual([{ role: 'admin' }]);
    await later.destroy();
    await again.release();
  });
});
