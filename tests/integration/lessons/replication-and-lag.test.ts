import {
  appendFile,
  chmod,
  chown,
  cp,
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
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type PostgresServer, startPostgres } from '@/setup/postgres/start-postgres';

const sql = path.resolve('content/courses/system-design-mastery/02-database-scalability/sql/position.sql');

const folders: string[] = [];
const clients: Client[] = [];
let leaderServer: PostgresServer;
let followerServer: PostgresServer;
let leader: Client;
let follower: Client;
let askPosition: string;
let askFresh: string;

async function makeFolder() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mastery-follower-'));
  await chmod(folder, 0o711);
  folders.push(folder);
  return folder;
}

async function connect(url: string) {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  clients.push(client);
  return client;
}

/** A follower's folder out of a base backup of the leader, which it then streams from. */
async function copyLeader(from: string, to: string) {
  const source: string = (await leader.query('SHOW data_directory')).rows[0].data_directory;
  const { uid, gid } = await stat(source);
  const copy = path.join(to, 'postgres');
  await leader.query(`SELECT pg_backup_start('follower', fast => true)`);
  await cp(source, copy, { recursive: true });
  const { rows } = await leader.query('SELECT labelfile FROM pg_backup_stop(wait_for_archive => false)');
  await writeFile(path.join(copy, 'backup_label'), rows[0].labelfile);
  await appendFile(path.join(copy, 'postgresql.auto.conf'), `primary_conninfo = '${leaderServer.url}'\n`);
  await writeFile(path.join(copy, 'standby.signal'), '');
  await rm(path.join(copy, 'postmaster.pid'), { force: true });
  await cp(path.join(from, 'keys'), path.join(to, 'keys'), { recursive: true });
  for (const entry of ['', ...(await readdir(copy, { recursive: true }))])
    await chown(path.join(copy, entry), uid, gid);
}

beforeAll(async () => {
  [askPosition = '', askFresh = ''] = (await readFile(sql, 'utf8')).split(/;\n+/);
  const [first, second] = [await makeFolder(), await makeFolder()];
  leaderServer = await startPostgres(first);
  leader = await connect(leaderServer.url);
  await leader.query('CREATE TABLE profiles (id int PRIMARY KEY, address text NOT NULL)');
  await leader.query(`INSERT INTO profiles VALUES (1, 'old')`);
  await copyLeader(first, second);
  followerServer = await startPostgres(second);
  follower = await connect(followerServer.url);
}, 60_000);

afterAll(async () => {
  await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
  await followerServer?.destroy();
  await leaderServer?.destroy();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

const save = (address: string) => leader.query('UPDATE profiles SET address = $1', [address]);
const readBack = async () => (await follower.query('SELECT address FROM profiles')).rows[0].address;
const isFresh = async (position: string) => (await follower.query(askFresh, [position])).rows[0].is_fresh;

async function untilItHas(position: string) {
  await vi.waitFor(async () => expect(await isFresh(position)).toBe(true), { timeout: 20_000, interval: 20 });
}
async function pauseReplay() {
  await follower.query('SELECT pg_wal_replay_pause()');
  await vi.waitFor(
    async () =>
      expect((await follower.query('SELECT pg_get_wal_replay_pause_state() AS state')).rows[0].state).toBe(
        'paused',
      ),
    { timeout: 20_000, interval: 20 },
  );
}
const resumeReplay = () => follower.query('SELECT pg_wal_replay_resume()');
async function waitForFollowers(names: string) {
  await leader.query(`ALTER SYSTEM SET synchronous_standby_names = '${names}'`);
  await leader.query('SELECT pg_reload_conf()');
  const state = names === '' ? 'async' : 'sync';
  await vi.waitFor(
    async () =>
      expect((await leader.query('SELECT sync_state FROM pg_stat_replication')).rows).toEqual([
        { sync_state: state },
      ]),
    { timeout: 20_000, interval: 20 },
  );
}

beforeEach(async () => {
  await save('old');
  await untilItHas((await leader.query(askPosition)).rows[0].position);
});

it('shows the old row on a follower that lags, and the position tells it', async () => {
  await pauseReplay();
  await save('new');
  const { position } = (await leader.query(askPosition)).rows[0];
  expect(await isFresh(position)).toBe(false);
  expect(await readBack()).toBe('old');
  await resumeReplay();
  await untilItHas(position);
  expect(await readBack()).toBe('new');
});

it('confirms a synchronous commit before queries on the follower see it, with remote_apply only after', async () => {
  await waitForFollowers('*');
  await pauseReplay();
  await save('on its disk');
  expect(await readBack()).toBe('old');

  const session = await connect(leaderServer.url);
  await session.query('SET synchronous_commit = remote_apply');
  let isConfirmed = false;
  const commit = session.query(`UPDATE profiles SET address = 'applied'`).then(() => (isConfirmed = true));
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(isConfirmed).toBe(false);
  await resumeReplay();
  await commit;
  expect(await readBack()).toBe('applied');
  await waitForFollowers('');
});

it('lets commits wait when the only synchronous follower is gone, while reads go on', async () => {
  await waitForFollowers('*');
  await followerServer.stop();
  const session = await connect(leaderServer.url);
  let isConfirmed = false;
  const commit = session.query(`UPDATE profiles SET address = 'waits'`).then(() => (isConfirmed = true));
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(isConfirmed).toBe(false);
  expect((await leader.query('SELECT address FROM profiles')).rows[0].address).toBe('old');
  await leader.query(`ALTER SYSTEM SET synchronous_standby_names = ''`);
  await leader.query('SELECT pg_reload_conf()');
  await commit;
  expect((await leader.query('SELECT address FROM profiles')).rows[0].address).toBe('waits');
});
