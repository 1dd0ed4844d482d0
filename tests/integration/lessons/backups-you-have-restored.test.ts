import {
  appendFile,
  chmod,
  chown,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startPostgres } from '@/setup/postgres/start-postgres';

const lesson = path.join(import.meta.dirname, '../../../content/courses/system-design-mastery/07-monitoring');
const read = (file: string) => readFile(path.join(lesson, file), 'utf8');

async function makeFolder() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mastery-restore-'));
  await chmod(folder, 0o711);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function connect(url: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

/** A copy belongs to whoever copied it; PostgreSQL wants its own account. */
async function giveTo(folder: string, uid: number, gid: number) {
  for (const entry of ['', ...(await readdir(folder, { recursive: true }))])
    await chown(path.join(folder, entry), uid, gid);
}

const schema = `
  CREATE TABLE orders (id int PRIMARY KEY, state text NOT NULL);
  CREATE TABLE payments (order_id int NOT NULL REFERENCES orders);
  CREATE TABLE heartbeat (beat_at timestamptz NOT NULL);`;
const sale = (id: number) => `
  INSERT INTO orders VALUES (${id}, 'paid');
  INSERT INTO payments VALUES (${id});
  INSERT INTO heartbeat VALUES (clock_timestamp());`;

test(
  'a base backup and the archived log bring back the moment before the mistake',
  { timeout: 120_000 },
  async () => {
    const [first, second, backup] = [await makeFolder(), await makeFolder(), await makeFolder()];
    const inBackup = (text: string) => text.replaceAll('/backup/wal', path.join(backup, 'wal'));

    const unarchived = await startPostgres(first);
    const before = await connect(unarchived.url);
    const data: string = (await before.query('SHOW data_directory')).rows[0].data_directory;
    await before.query(schema);
    for (const statement of inBackup(await read('sql/archive.sql'))
      .trim()
      .split('\n'))
      await before.query(statement);
    await before.end();
    await unarchived.stop();
    const { uid, gid } = await stat(data);
    await mkdir(path.join(backup, 'wal'));
    await chown(path.join(backup, 'wal'), uid, gid);

    const primary = await startPostgres(first);
    onTestFinished(() => primary.destroy());
    const session = await connect(primary.url);
    await session.query(sale(1));

    await session.query(`SELECT pg_backup_start('base', fast => true)`);
    const restored = path.join(second, 'postgres');
    await cp(data, restored, { recursive: true });
    const { rows } = await session.query('SELECT labelfile FROM pg_backup_stop()');
    await writeFile(path.join(restored, 'backup_label'), rows[0].labelfile);

    await session.query(sale(2));
    const target: string = (await session.query('SELECT clock_timestamp()::text AS at')).rows[0].at;
    await session.query('DELETE FROM payments; DELETE FROM orders;');
    await session.query(sale(3));
    const { rows: switched } = await session.query('SELECT pg_walfile_name(pg_switch_wal()) AS file');
    await vi.waitFor(() => stat(path.join(backup, 'wal', switched[0].file)), { timeout: 20_000 });
    await session.end();
    await primary.stop();

    const recovery = inBackup(await read('configs/recover-to.conf')).replace(
      /(recovery_target_time = ').*'/,
      (_, start: string) => `${start}${target}'`,
    );
    await appendFile(path.join(restored, 'postgresql.auto.conf'), `archive_mode = off\n${recovery}`);
    await writeFile(path.join(restored, 'recovery.signal'), '');
    await rm(path.join(restored, 'postmaster.pid'), { force: true });
    await cp(path.join(first, 'keys'), path.join(second, 'keys'), { recursive: true });
    await giveTo(restored, uid, gid);
    const server = await startPostgres(second);
    onTestFinished(() => server.destroy());
    const copy = await connect(server.url);
    const check = (await copy.query(await read('sql/restore-check.sql'))).rows[0];
    expect(check).toMatchObject({ orders: '2', paid_without_payment: '0', unproved_constraints: '0' });
    expect(check.restored_up_to.getTime()).toBeLessThan(Date.parse(target));
    await copy.end();
  },
);

test('the check after a restore finds payments that did not come back', async () => {
  const folder = await makeFolder();
  const server = await startPostgres(folder);
  onTestFinished(() => server.destroy());
  const session = await connect(server.url);
  await session.query(schema);
  await session.query(sale(1));
  await session.query(`INSERT INTO orders VALUES (2, 'paid')`);
  const check = (await session.query(await read('sql/restore-check.sql'))).rows[0];
  expect(check).toMatchObject({ orders: '2', paid_without_payment: '1' });
  await session.end();
});
