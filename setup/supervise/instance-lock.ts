import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { SetupError } from '../setup-error';

const Record = z.object({ pid: z.int().positive(), started: z.string() });

export type InstanceLock = {
  /** The last supervisor of this DATA_DIR was killed: what it started may still be ending. */
  readonly afterCrash: boolean;
  release(): Promise<void>;
};

/** One supervisor a DATA_DIR. @throws SetupError when another one runs */
export async function lockInstance(dataDir: string): Promise<InstanceLock> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const file = path.join(dataDir, 'running.json');
  const mine = JSON.stringify({ pid: process.pid, started: await startTime(process.pid) });
  try {
    await writeFile(file, mine, { flag: 'wx' });
    return { afterCrash: false, release: () => rm(file, { force: true }) };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const other = await readRecord(file);
  if (other !== null && (await isRunning(other))) {
    throw new SetupError(
      `System Design Mastery already runs with DATA_DIR=${dataDir} (process ${other.pid}): stop that one, or choose another DATA_DIR, PORT and LAB_PORT.`,
    );
  }
  await writeFile(file, mine);
  return { afterCrash: true, release: () => rm(file, { force: true }) };
}

/** Whether a supervisor of this DATA_DIR runs now. */
export async function isInstanceRunning(dataDir: string): Promise<boolean> {
  const record = await readRecord(path.join(dataDir, 'running.json'));
  return record !== null && (await isRunning(record));
}

async function readRecord(file: string) {
  try {
    return Record.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

/** A process id alone proves nothing: the operating system uses it again. */
async function isRunning({ pid, started }: z.infer<typeof Record>): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return (await startTime(pid)) === started;
}

/** When a process started, in clock ticks since boot; empty where there is no /proc. */
async function startTime(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The second field is the program's name in brackets and may hold spaces.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
