import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureKeys } from '../keys';
import { parseSettings } from '../settings';
import { labEnvironment, siteEnvironment } from './child-environments';
import { Cleanup } from './cleanup';
import { lockInstance } from './instance-lock';
import { backoffMs } from './keep-running';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'mastery-supervise-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

describe('one supervisor a DATA_DIR', () => {
  it('a second one is refused while the first runs, and welcome after it', async () => {
    const first = await lockInstance(dataDir);
    await expect(lockInstance(dataDir)).rejects.toThrow(`already runs with DATA_DIR=${dataDir}`);
    await first.release();
    const second = await lockInstance(dataDir);
    expect(second.afterCrash).toBe(false);
  });

  it('a process id that is used again is not taken for it', async () => {
    await writeFile(path.join(dataDir, 'running.json'), JSON.stringify({ pid: process.pid, started: '1' }));
    expect((await lockInstance(dataDir)).afterCrash).toBe(true);
  });
});

describe('keys', () => {
  it('are made once, and readable by their owner only', async () => {
    const first = await ensureKeys(dataDir);
    const pem = await readFile(first.ticketPrivate, 'utf8');
    const second = await ensureKeys(dataDir);
    expect(await readFile(second.ticketPrivate, 'utf8')).toBe(pem);
    expect(second.sessionSecret).toBe(first.sessionSecret);
    expect(first.sessionSecret).toMatch(/^[0-9a-f]{64}$/);
    for (const file of [
      first.ticketPrivate,
      first.receiptPrivate,
      path.join(dataDir, 'keys/session-secret'),
    ]) {
      expect((await stat(file)).mode & 0o777).toBe(0o600);
    }
  });
});

describe('what a process is told', () => {
  const source = {
    DATABASE_URL: 'postgresql://secret',
    NEXTAUTH_SECRET: 'a secret',
    SMTP_URL: 'smtp://secret',
    DOCKER_HOST: 'tcp://engine:2375',
    PATH: '/bin',
  };
  const settings = parseSettings({ DATA_DIR: '/data' });

  it('the lab service gets no credentials of the database, the sessions or the mail server', async () => {
    const env = labEnvironment(source, settings, await ensureKeys(dataDir), { ok: true, image: 'lab:1' });
    expect(JSON.stringify(env)).not.toContain('secret"');
    expect(env).toMatchObject({ LAB_IMAGE: 'lab:1', DOCKER_HOST: 'tcp://engine:2375', PATH: '/bin' });
    expect(Object.keys(env)).not.toContain('DATABASE_URL');
    expect(Object.keys(env)).not.toContain('SMTP_URL');
  });

  it('the site is not told where the Docker Engine is', async () => {
    const env = siteEnvironment(source, settings, await ensureKeys(dataDir), 'postgresql://mine');
    expect(Object.keys(env).filter((name) => name.startsWith('DOCKER'))).toEqual([]);
    expect(env).toMatchObject({ DATABASE_URL: 'postgresql://mine', NEXTAUTH_URL: 'http://localhost:3000' });
  });

  it('the lab service hears why labs are off', async () => {
    const env = labEnvironment(source, settings, await ensureKeys(dataDir), {
      ok: false,
      reason: 'No Docker.',
    });
    expect(env.LAB_ENGINE_ERROR).toBe('No Docker.');
  });
});

it('a crashed service starts again sooner the first time than the fifth, and within 10 s', () => {
  expect([1, 2, 3, 4, 5, 6, 20].map(backoffMs)).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
});

it('cleaning up goes backwards, tells what failed and does the rest', async () => {
  const done: string[] = [];
  const said: string[] = [];
  const cleanup = new Cleanup((text) => said.push(text));
  cleanup.add('First', async () => void done.push('first'));
  cleanup.add('Second', () => Promise.reject(new Error('stuck')));
  cleanup.add('Third', async () => void done.push('third'));
  await Promise.all([cleanup.run(), cleanup.run()]);
  expect(done).toEqual(['third', 'first']);
  expect(said).toEqual(['Second could not be undone: stuck']);
});
