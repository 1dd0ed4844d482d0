import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { createLineSplitter } from '../frames';
import {
  endBalancer,
  exitReason,
  hasExited,
  spawnBalancer,
  type BalancerProcess,
  type ReloadResult,
} from './balancer-process';
import { runFolder } from './cell-facts';
import { configFolder } from './config-folders';
import { haproxyCellFile } from './haproxy-cell-file';
import { waitUntil } from './wait-until';

/** HAProxy itself tries for 2 s to bind a busy port before it gives up. */
const startDeadlineMs = 5000;
/** A process that still drains connections is ended after this, or when five newer ones drain too: each takes some 10 MB. */
const drainMs = 30_000;
const maxDraining = 5;

/** How much of its words at the start is kept for diagnostics. */
const maxStartOutput = 64 * 1024;

type Generation = { child: ChildProcess; socket: string; reason: string | null };

/** True when the process behind a control socket answers: it is past its start and in its event loop. */
function answers(socket: string): Promise<true | null> {
  return new Promise((resolve) => {
    const client = connect(socket);
    client.on('error', () => resolve(null));
    client.on('data', () => {
      client.destroy();
      resolve(true);
    });
    client.on('close', () => resolve(null));
    client.setTimeout(500, () => client.destroy());
    client.end('show version\n');
  });
}

/**
 * HAProxy without its master: the agent is the supervisor. A reload starts a new process that takes the listening sockets over from the old one (`-x`)
 * and sends it into its soft stop (`-sf`), as the master would do, in a third of the time: the master executes itself twice more.
 */
export function createHaproxyProcess(
  onLine: (text: string) => void,
  onExit: (reason: string) => void,
): BalancerProcess {
  let current: Generation | null = null;
  let draining: Generation[] = [];
  let number = 0;
  let isReloading = false;
  let isStopping = false;

  const isAlive = ({ child }: Generation) => child.pid !== undefined && !hasExited(child);
  const isRunning = () => current !== null && isAlive(current);

  function drain(old: Generation): void {
    draining = [...draining.filter(isAlive), old];
    const timer = setTimeout(() => void endBalancer(old.child), drainMs).unref();
    old.child.on('exit', () => clearTimeout(timer));
    while (draining.length > maxDraining) {
      const oldest = draining.shift();
      if (oldest) void endBalancer(oldest.child);
    }
  }

  function launch(old: Generation | null): { next: Generation; said: () => string } {
    number += 1;
    const socket = path.join(runFolder, `haproxy-${number}.sock`);
    const takeOver = old?.child.pid === undefined ? [] : ['-x', old.socket, '-sf', String(old.child.pid)];
    const files = ['-f', haproxyCellFile(socket), '-f', path.join(configFolder.haproxy, 'haproxy.cfg')];
    // Pipes and not a file: for `log stdout` HAProxy drops O_APPEND, and two generations would write over each other.
    const child = spawnBalancer('/usr/sbin/haproxy', ['-db', ...files, ...takeOver], 'pipe');
    let said = '';
    const split = createLineSplitter(onLine);
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        if (said.length < maxStartOutput) said += chunk.toString('utf8');
        split(chunk);
      });
    const next: Generation = { child, socket, reason: null };
    child.on('exit', (code, signalName) => {
      rmSync(socket, { force: true });
      next.reason = exitReason('HAProxy', code, signalName);
      // While a reload is under way the old process ends because it is told to.
      if (current === next && !isReloading && !isStopping) onExit(next.reason);
    });
    return { next, said: () => said };
  }

  async function replace(old: Generation | null): Promise<ReloadResult> {
    const { next, said } = launch(old);
    const closed = once(next.child, 'close');
    const started = await waitUntil(async (): Promise<boolean | null> => {
      if (!isAlive(next)) return false;
      return existsSync(next.socket) ? answers(next.socket) : null;
    }, startDeadlineMs);
    if (!started) {
      await endBalancer(next.child);
      await closed;
      return { ok: false, isLate: started === null, output: said() };
    }
    current = next;
    if (old) {
      drain(old);
      await waitUntil(async () => (isAlive(old) && (await answers(old.socket)) ? null : true), 500);
    }
    return { ok: true, output: said() };
  }

  async function reload(): Promise<ReloadResult> {
    const old = current && isAlive(current) ? current : null;
    isStopping = false;
    isReloading = true;
    const result = await replace(old).finally(() => (isReloading = false));
    if (!result.ok && old?.reason) onExit(old.reason);
    return result;
  }

  return {
    isRunning,
    reload,
    async stop() {
      isStopping = true;
      const all = [...draining, ...(current ? [current] : [])];
      draining = [];
      current = null;
      await Promise.all(all.map(({ child }) => endBalancer(child)));
    },
  };
}
