import path from 'node:path';
import { type GuardedProgram, startGuarded } from '../guarded-process';
import { projectRoot } from '../project';
import { answers } from './answers';
import type { Service } from './keep-running';
import { openLog, readLastLines } from './log-file';

export type Mode = 'start' | 'dev';

type Options = { mode: Mode; dataDir: string; env: Record<string, string | undefined>; port: number };

const nodeEnv = (mode: Mode) => (mode === 'dev' ? ('development' as const) : ('production' as const));

/** The site: the production build, or Next's development server. */
export async function siteService({ mode, dataDir, env, port }: Options): Promise<Service> {
  const cli = path.join(projectRoot, 'node_modules/next/dist/bin/next');
  return service('The site', mode, await openLog(dataDir, 'site'), {
    program: {
      args: [cli, mode, '-p', String(port)],
      env: { ...env, NODE_ENV: nodeEnv(mode) },
      graceMs: 5000,
    },
    isReady: () => answers(`http://127.0.0.1:${port}/api/health`, (status) => status === 200),
    readyMs: mode === 'dev' ? 180_000 : 60_000,
  });
}

/** The lab service: a bundle, or its sources watched by tsx. It serves with a broken engine too, saying so. */
export async function labService({ mode, dataDir, env, port }: Options, entry: string): Promise<Service> {
  const tsx = path.join(projectRoot, 'node_modules/tsx/dist/cli.mjs');
  const args =
    mode === 'dev' ? [tsx, 'watch', '--clear-screen=false', entry] : ['--enable-source-maps', entry];
  return service('The lab service', mode, await openLog(dataDir, 'lab-service'), {
    program: { args, env: { ...env, NODE_ENV: nodeEnv(mode) }, graceMs: 20_000 },
    isReady: () => answers(`http://127.0.0.1:${port}/healthz`, (status) => status === 200 || status === 503),
    readyMs: 60_000,
  });
}

function service(
  name: string,
  mode: Mode,
  log: string,
  options: {
    program: Pick<GuardedProgram, 'args' | 'env' | 'graceMs'>;
    isReady: () => Promise<boolean>;
    readyMs: number;
  },
): Service {
  return {
    name,
    isReady: options.isReady,
    readyMs: options.readyMs,
    lastWords: () => (mode === 'dev' ? Promise.resolve('') : readLastLines(log)),
    start: () =>
      startGuarded({
        ...options.program,
        command: process.execPath,
        stopSignal: 'SIGTERM',
        output: mode === 'dev' ? 'inherit' : { file: log },
      }),
  };
}
