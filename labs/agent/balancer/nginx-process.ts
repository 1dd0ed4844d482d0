import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import {
  endBalancer,
  exitReason,
  hasExited,
  spawnBalancer,
  type BalancerProcess,
  type ReloadResult,
} from './balancer-process';
import { listChildren } from './child-processes';
import { readSince, sizeOf } from './read-since';
import { killGroup } from './run-checker';
import { waitUntil } from './wait-until';

/** Nginx itself tries five times in 2.5 s to bind a busy port before it gives up. */
const reloadDeadlineMs = 4000;
/** Old workers with long connections are ended after this. */
const drainMs = 30_000;

const isWorker = (title: string) =>
  title.startsWith('nginx: worker process') && !title.includes('shutting down');

const signal = (pid: number, name: NodeJS.Signals) => {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended meanwhile.
  }
};

/**
 * The master blocks its signals while it works, also in the 100 ms after a reload, and unblocks them only to wait for the next.
 * Until then the workers of the last reload may be incomplete, and could be mistaken for those of this one.
 */
function isBetweenReloads(pid: number): boolean {
  try {
    return /^SigBlk:\s*0+$/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}

/** `emergencies` gives the [emerg] lines that appeared in any log since the given moment. */
export function createNginxProcess(
  outputFile: string,
  emergenciesSince: (since: number) => string,
  onExit: (reason: string) => void,
): BalancerProcess {
  let master: ChildProcess | null = null;
  let isStopping = false;

  const isRunning = () => master !== null && master.pid !== undefined && !hasExited(master);

  async function start(): Promise<ReloadResult> {
    const from = sizeOf(outputFile);
    const since = Date.now();
    // A file and not a pipe: `access_log /dev/stdout` must open.
    const output = openSync(outputFile, 'a');
    const child = spawnBalancer('/usr/sbin/nginx', [], output);
    closeSync(output);
    let isServing = false;
    master = child;
    isStopping = false;
    child.on('exit', (code, signalName) => {
      if (master === child) master = null;
      // Workers outlive a killed master and would keep its ports.
      if (child.pid !== undefined) killGroup(child.pid, 'SIGKILL');
      if (isServing && !isStopping) onExit(exitReason('Nginx', code, signalName));
    });
    const result = await waitUntil((): ReloadResult | null => {
      if (child.pid === undefined || hasExited(child))
        return { ok: false, isLate: false, output: emergenciesSince(since) || readSince(outputFile, from) };
      return listChildren(child.pid).some(({ title }) => isWorker(title)) ? { ok: true, output: '' } : null;
    }, reloadDeadlineMs);
    if (result?.ok) isServing = true;
    else await endBalancer(child);
    return (
      result ?? { ok: false, isLate: true, output: emergenciesSince(since) || readSince(outputFile, from) }
    );
  }

  async function reloadRunning(pid: number): Promise<ReloadResult> {
    await waitUntil(() => (isBetweenReloads(pid) ? true : null), 1000);
    const since = Date.now();
    const old = new Set(listChildren(pid).map((child) => child.pid));
    signal(pid, 'SIGHUP');
    let polls = 0;
    const begun = await waitUntil((): ReloadResult | null => {
      if (!isRunning()) return { ok: false, isLate: false, output: emergenciesSince(since) };
      if (listChildren(pid).some((child) => !old.has(child.pid) && isWorker(child.title)))
        return { ok: true, output: '' };
      polls += 1;
      const failure = polls % 10 === 0 ? emergenciesSince(since) : '';
      return /still could not bind|\[emerg\](?!.*bind\(\))/.test(failure)
        ? { ok: false, isLate: false, output: failure }
        : null;
    }, reloadDeadlineMs);
    if (!begun?.ok) return begun ?? { ok: false, isLate: true, output: emergenciesSince(since) };
    // The master waits 100 ms before it sends its old workers away. They would go on accepting with the old configuration: send them now.
    const oldWorkers = listChildren(pid).filter((child) => old.has(child.pid) && isWorker(child.title));
    for (const worker of oldWorkers) signal(worker.pid, 'SIGQUIT');
    await waitUntil(
      () => (listChildren(pid).some((child) => old.has(child.pid) && isWorker(child.title)) ? null : true),
      1000,
    );
    setTimeout(() => {
      if (!isRunning()) return;
      for (const child of listChildren(pid)) if (old.has(child.pid)) signal(child.pid, 'SIGTERM');
    }, drainMs).unref();
    return { ok: true, output: '' };
  }

  return {
    isRunning,
    reload: () => (master?.pid !== undefined && isRunning() ? reloadRunning(master.pid) : start()),
    async stop() {
      isStopping = true;
      if (master) await endBalancer(master);
      master = null;
    },
  };
}
