import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildSite } from '../build/build-site';
import { ensureChromium } from '../chromium';
import { explainError } from '../explain-error';
import { startGuarded } from '../guarded-process';
import { ensureKeys } from '../keys';
import { prepareLabHost } from '../lab-host';
import type { CommandContext } from '../command-context';
import { startPostgres } from '../postgres/start-postgres';
import { prepareSources } from '../prepare-sources';
import { projectRoot } from '../project';
import { siteEnvironment } from '../supervise/child-environments';
import { Cleanup } from '../supervise/cleanup';
import { removeCells } from '../supervise/remove-cells';
import { endMarkedProcesses } from '../supervise/end-marked-processes';
import { countTests } from '../testing-result';
import { runChecks, type Tally } from './check';

/** Each with what vitest is told besides; docs in vitest.config.ts. */
const projects: Record<string, string[]> = {
  unit: [],
  integration: [],
  labs: [],
  shown: ['--maxWorkers=2'],
  e2e: [],
};
/** A build of its own: a test run must not rebuild what a running site serves. */
const testDistDir = '.next-test';

/** `npm test [-- filter]`: everything, ending with the line `N passed, N failed`. */
export async function test(context: CommandContext): Promise<number> {
  const { progress, signal } = context;
  const cleanup = new Cleanup((text) => progress.say(text));
  const tally: Tally = { passed: 0, failed: 0 };
  let ranTests = 0;
  try {
    await prepareSources(progress, signal);
    add(tally, await runChecks(progress, signal));
    const env = await prepareEnvironment(context, cleanup);
    for (const project of Object.keys(projects)) {
      const result = await runProject(project, context, env);
      add(tally, result);
      ranTests += result.passed + result.failed;
    }
  } catch (error) {
    if (signal.aborted) throw error;
    console.error(explainError(error) ?? error);
    tally.failed += 1;
  } finally {
    await cleanup.run();
  }
  if (ranTests === 0) progress.say('No test ran.');
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  return tally.failed === 0 && ranTests > 0 ? 0 : 1;
}

function add(tally: Tally, more: Tally) {
  tally.passed += more.passed;
  tally.failed += more.failed;
}

/** Docker, the lab image, PostgreSQL, Chromium and a build; all that tests leave is below one folder and carries one mark. */
async function prepareEnvironment(
  { settings, progress, signal }: CommandContext,
  cleanup: Cleanup,
): Promise<Record<string, string>> {
  const mark = `test-${randomUUID().slice(0, 8)}`;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mastery-test-'));
  await chmod(folder, 0o711);
  const temporary = path.join(folder, 'tmp');
  await mkdir(temporary, { mode: 0o1777 });
  await chmod(temporary, 0o1777);
  cleanup.add('The folder of the test run', () =>
    rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  );

  const host = await prepareLabHost(settings.dataDir, progress, signal);
  if (host.ok) {
    cleanup.add('Labs of the test run', async () => {
      await removeCells((label) => label.startsWith(mark));
    });
  }
  const postgres = await progress.step('PostgreSQL for tests', () => startPostgres(folder, signal));
  cleanup.add('PostgreSQL for tests', () => postgres.destroy());
  cleanup.add('Processes of the test run', () => endMarkedProcesses('MASTERY_TEST_RUN', mark));
  const chromiumPath = await progress.step('Chromium', (report) =>
    ensureChromium(settings.chromiumPath, report, signal),
  );
  const keys = await ensureKeys(folder);
  const env = siteEnvironment(process.env, { ...settings, dataDir: folder }, keys, postgres.url);
  await progress.step(
    'Site for end-to-end tests',
    (report) => buildSite({ distDir: testDistDir, env }, report, signal),
    (isNew) => (isNew ? 'built' : 'unchanged'),
  );
  return {
    TMPDIR: temporary,
    MASTERY_TEST_RUN: mark,
    LAB_INSTANCE: mark,
    TEST_DATABASE_URL: postgres.url,
    CHROMIUM_PATH: chromiumPath,
    NEXT_DIST_DIR: testDistDir,
    ...(host.ok ? { LAB_IMAGE: host.image } : {}),
  };
}

async function runProject(
  project: string,
  { args, progress, signal }: CommandContext,
  env: Record<string, string>,
): Promise<Tally> {
  signal.throwIfAborted();
  progress.say(`Tests: ${project}`);
  const reportFile = path.join(env.TMPDIR ?? os.tmpdir(), `report-${project}.json`);
  const vitest = path.join(projectRoot, 'node_modules/vitest/vitest.mjs');
  const running = startGuarded({
    command: process.execPath,
    args: [
      ...[vitest, 'run', '--project', project, '--passWithNoTests', ...(projects[project] ?? [])],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`, ...args],
    ],
    env: { ...process.env, ...env, NODE_ENV: 'test' },
    stopSignal: 'SIGTERM',
    graceMs: 10_000,
    output: 'inherit',
  });
  const stop = () => void running.stop();
  signal.addEventListener('abort', stop, { once: true });
  const { code } = await running.ended;
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  const text = await readFile(reportFile, 'utf8').catch(() => null);
  if (text === null && code === 0) return { passed: 0, failed: 0 };
  return countTests(text === null ? null : JSON.parse(text), code);
}
