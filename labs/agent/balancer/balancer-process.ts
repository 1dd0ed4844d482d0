import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { killGroup } from './run-checker';

/** What became of a start or reload. `output`: the balancer's own words; `isLate`: it neither failed nor served within the deadline. */
export type ReloadResult = { ok: true; output: string } | { ok: false; isLate: boolean; output: string };

/** A running balancer, nginx or haproxy. */
export type BalancerProcess = {
  isRunning(): boolean;
  /** Starts it, or makes the running one take the files; resolves when new connections meet the new configuration only. */
  reload(): Promise<ReloadResult>;
  stop(): Promise<void>;
};

export const hasExited = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Starts a balancer in the foreground, as leader of its own process group. `output`: a file descriptor, or pipes to read from. */
export function spawnBalancer(
  command: string,
  args: readonly string[],
  output: number | 'pipe',
): ChildProcess {
  const child = spawn(command, args, { detached: true, stdio: ['ignore', output, output], cwd: '/' });
  // A spawn that fails counts as an exit; `pid` is undefined then.
  child.on('error', () => undefined);
  return child;
}

/** Ends the balancer at once, and what it started; SIGKILL after two seconds. */
export async function endBalancer(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || hasExited(child)) return;
  const exited = once(child, 'exit');
  const pid = child.pid;
  const last = setTimeout(() => killGroup(pid, 'SIGKILL'), 2000);
  killGroup(pid, 'SIGTERM');
  await exited;
  clearTimeout(last);
  killGroup(pid, 'SIGKILL');
}

/** Says in a sentence why a balancer is gone. */
export function exitReason(name: string, code: number | null, signal: NodeJS.Signals | null): string {
  if (signal === 'SIGKILL')
    return `${name} was killed (SIGKILL). Most often it needed more memory than a cell has.`;
  if (signal !== null) return `${name} ended by signal ${signal}.`;
  return `${name} ended by itself with exit code ${code ?? 'unknown'}.`;
}
