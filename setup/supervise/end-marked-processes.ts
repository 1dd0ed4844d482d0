import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

const patienceMs = 25_000;

/**
 * Waits for processes that carry a variable with this value to end by themselves, then kills the rest.
 * Processes are known by /proc; where there is none, nothing is done.
 */
export async function endMarkedProcesses(variable: string, value: string): Promise<void> {
  const endsAt = performance.now() + patienceMs;
  for (;;) {
    const pids = await findMarked(`${variable}=${value}`);
    if (pids.length === 0) return;
    if (performance.now() > endsAt) {
      for (const pid of pids) kill(pid);
      return;
    }
    await delay(100);
  }
}

async function findMarked(mark: string): Promise<number[]> {
  const names = await readdir('/proc').catch(() => []);
  const pids = names.filter((name) => /^\d+$/.test(name)).map(Number);
  const marked = await Promise.all(
    pids.map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
      return environment.split('\0').includes(mark);
    }),
  );
  return pids.filter((pid, index) => marked[index] && pid !== process.pid);
}

function kill(pid: number) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}
