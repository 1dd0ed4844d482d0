import { spawn } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { findRootPrefix } from '../privilege';
import { runCommand } from '../run-command';
import { waitFor } from '../wait-for';
import { type EngineAnswer, pingEngine } from './ping-engine';

/**
 * Starts the Docker daemon of this machine: by systemd where that runs, else by hand and detached.
 * It stays when we stop: it is the machine's (docs/decisions/0012).
 * @returns its answer within 60 s
 */
export async function startEngine(dataDir: string, signal?: AbortSignal): Promise<EngineAnswer> {
  const prefix = await findRootPrefix();
  if (prefix === null) return 'silent';
  if (existsSync('/run/systemd/system')) {
    const [command = 'systemctl', ...args] = [...prefix, 'systemctl', 'start', 'docker'];
    await runCommand(command, args, { signal });
  } else {
    await startByHand(prefix, dataDir);
  }
  return waitFor<EngineAnswer>(
    async () => {
      const answer = await pingEngine(signal);
      return answer === 'silent' ? null : answer;
    },
    { deadlineMs: 60_000, everyMs: 200, late: () => new Error('silent'), signal },
  ).catch((error: unknown) => {
    signal?.throwIfAborted();
    if (error instanceof Error && error.message === 'silent') return 'silent';
    throw error;
  });
}

async function startByHand(prefix: readonly string[], dataDir: string) {
  const log = path.join(dataDir, 'logs/dockerd.log');
  await mkdir(path.dirname(log), { recursive: true, mode: 0o700 });
  const output = openSync(log, 'a', 0o600);
  // The socket belongs to the user who starts us, so that no new sign-in is needed.
  const group = prefix.length === 0 ? [] : ['--group', String(process.getgid?.() ?? 0)];
  const [command = 'dockerd', ...args] = [...prefix, 'dockerd', ...group];
  const daemon = spawn(command, args, { detached: true, stdio: ['ignore', output, output], cwd: '/' });
  daemon.on('error', () => undefined);
  daemon.unref();
}
