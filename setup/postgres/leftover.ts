import { readFile, readlink, rm } from 'node:fs/promises';
import path from 'node:path';
import { waitFor } from '../wait-for';

/** Ends a server that an earlier, killed supervisor left on this data directory, and drops a `postmaster.pid` that nobody stands behind. */
export async function clearLeftoverServer(data: string): Promise<void> {
  const pidFile = path.join(data, 'postmaster.pid');
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1) return;
  if (await runsOn(pid, data)) {
    process.kill(pid, 'SIGINT');
    await waitFor(async () => ((await runsOn(pid, data)) ? null : true), {
      deadlineMs: 30_000,
      late: () =>
        new Error(`The PostgreSQL server that an earlier start left (process ${pid}) does not stop.`),
    });
  }
  await rm(pidFile, { force: true });
}

/** A process id alone proves nothing: after a restart of the machine it may be anybody's. */
async function runsOn(pid: number, data: string): Promise<boolean> {
  const directory = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  if (directory !== null) return directory === data;
  if (process.platform === 'linux') return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
