import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startGuarded } from './guarded-process';
import { projectRoot } from './project';
import { waitFor } from './wait-for';

async function makeFolder() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mastery-guard-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const gone = (pid: number) =>
  waitFor(async () => (isAlive(pid) ? null : true), {
    deadlineMs: 5000,
    late: () => new Error(`${pid} lives`),
  });

async function readPid(file: string): Promise<number> {
  const text = await waitFor(async () => (await readFile(file, 'utf8').catch(() => '')) || null, {
    deadlineMs: 5000,
    late: () => new Error('The program did not start.'),
  });
  return Number(text);
}

/** A program that notes its process id and refuses to end when it is asked to. */
const stubborn = (file: string) =>
  `process.on('SIGTERM', () => {}); require('fs').writeFileSync(${JSON.stringify(file)}, String(process.pid)); setInterval(() => {}, 1000)`;

const program = (args: string[], graceMs = 200) => ({
  command: process.execPath,
  args,
  env: process.env,
  stopSignal: 'SIGTERM' as const,
  graceMs,
  output: { file: '/dev/null' },
});

it('an ended program says how it ended', async () => {
  const { ended } = startGuarded(program(['-e', 'process.exit(3)']));
  expect(await ended).toEqual({ reason: 'exit code 3', code: 3 });
});

it('a program that does not want to stop is killed after its grace', async () => {
  const file = path.join(await makeFolder(), 'pid');
  const running = startGuarded(program(['-e', stubborn(file)]));
  const pid = await readPid(file);
  await running.stop();
  await gone(pid);
});

it('a program dies with a supervisor that is killed with -9', async () => {
  const file = path.join(await makeFolder(), 'pid');
  const guarded = JSON.stringify({ ...program(['-e', stubborn(file)]), cwd: projectRoot, env: undefined });
  const guard = JSON.stringify(path.join(projectRoot, 'setup/guard.mjs'));
  const supervisor = spawn(process.execPath, [
    '-e',
    `require('child_process').spawn(process.execPath, [${guard}, ${JSON.stringify(guarded)}], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], detached: true }); setInterval(() => {}, 1000)`,
  ]);
  const pid = await readPid(file);
  supervisor.kill('SIGKILL');
  await gone(pid);
});
