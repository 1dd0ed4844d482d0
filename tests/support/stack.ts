import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { findFreePort } from '@/setup/ports';
import { projectRoot } from '@/setup/project';
import { StackMessage } from '@/setup/supervise/listen-to-tests';
import { createTestDatabase } from './postgres';

export type Stack = AsyncDisposable & {
  readonly siteUrl: string;
  readonly labUrl: string;
  readonly databaseUrl: string;
  /** Where it keeps its database when that is embedded, its keys and its logs. */
  readonly dataDir: string;
  /** Stops the lab service and resolves when it serves again. */
  restartLabService(): Promise<void>;
  /** Stops everything and deletes its data. */
  stop(): Promise<void>;
};

const startMs = 150_000;

/**
 * The whole product from the production build, with ports, data and a database of its own. `env` is added to its environment;
 * `embeddedDatabase` lets it run its PostgreSQL itself, as `npm start` does; `databaseUrl` names one that is there and stays.
 */
export async function startStack(
  options: { env?: Record<string, string>; embeddedDatabase?: boolean; databaseUrl?: string } = {},
): Promise<Stack> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'mastery-stack-'));
  await chmod(dataDir, 0o711);
  const isGiven = options.embeddedDatabase || options.databaseUrl !== undefined;
  const database = isGiven ? null : await createTestDatabase();
  const [port, labPort] = [await findFreePort(), await findFreePort()];
  const supervisor = startSupervisor({
    NODE_ENV: 'production',
    NEXT_DIST_DIR: '.next-test',
    ...options.env,
    PORT: String(port),
    LAB_PORT: String(labPort),
    DATA_DIR: dataDir,
    DATABASE_URL: options.databaseUrl ?? database?.url ?? '',
    NEXTAUTH_URL: `http://localhost:${port}`,
    LAB_INSTANCE: `${process.env.LAB_INSTANCE ?? 'test'}-${randomUUID().slice(0, 8)}`,
  });
  const stop = async () => {
    await supervisor.stop();
    await database?.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await supervisor.waitFor({ type: 'ready' });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    siteUrl: `http://localhost:${port}`,
    labUrl: `ws://localhost:${labPort}`,
    databaseUrl: database?.url ?? '',
    dataDir,
    async restartLabService() {
      const service = 'The lab service';
      const restarted = supervisor.waitFor({ type: 'restarted', service });
      supervisor.send({ type: 'restart', service });
      await restarted;
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

function startSupervisor(env: NodeJS.ProcessEnv) {
  const main = path.join(projectRoot, 'setup/main.ts');
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', main, 'start'], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (words = (words + chunk).slice(-8000)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    send: (message: StackMessage) => child.send(message),
    /** Resolves with the next message that equals `wanted`; rejects with the supervisor's last words. */
    waitFor(wanted: StackMessage): Promise<void> {
      return new Promise((resolve, reject) => {
        const fail = (what: string) => reject(new Error(`The product ${what}.\n${words}`));
        const timer = setTimeout(() => fail(`did not answer within ${startMs / 1000} s`), startMs);
        child.on('message', (message) => {
          if (JSON.stringify(StackMessage.safeParse(message).data) !== JSON.stringify(wanted)) return;
          clearTimeout(timer);
          resolve();
        });
        void ended.then(() => {
          clearTimeout(timer);
          fail('ended');
        });
      });
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
