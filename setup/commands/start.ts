import path from 'node:path';
import { buildLabService } from '../build/build-lab-service';
import { buildSite } from '../build/build-site';
import { prepareDatabase } from '../database';
import { untilAborted } from '../interrupt';
import { ensureKeys } from '../keys';
import { type LabHost, prepareLabHost } from '../lab-host';
import type { CommandContext } from '../command-context';
import { requireFreePort } from '../ports';
import { keepPostgresRunning } from '../postgres/keep-postgres-running';
import { prepareSources } from '../prepare-sources';
import { projectRoot } from '../project';
import { formatSeconds } from '../progress';
import { labEnvironment, siteEnvironment } from '../supervise/child-environments';
import { Cleanup } from '../supervise/cleanup';
import { lockInstance } from '../supervise/instance-lock';
import { keepRunning, type RunningService, type Service } from '../supervise/keep-running';
import { removeCells } from '../supervise/remove-cells';
import { labService, type Mode, siteService } from '../supervise/services';
import { listenToTests } from '../supervise/listen-to-tests';

/** `npm start` and `npm run dev`: sets up what is missing, runs everything until it is told to end, and leaves nothing. */
export async function start(context: CommandContext, mode: Mode): Promise<number> {
  const { progress, signal } = context;
  const cleanup = new Cleanup((text) => progress.say(text));
  try {
    await launch(context, mode, cleanup);
    await untilAborted(signal);
    progress.say('Stopping …');
    return 0;
  } finally {
    await cleanup.run();
    if (signal.aborted) progress.say('Stopped. Nothing is left running.');
  }
}

async function launch(context: CommandContext, mode: Mode, cleanup: Cleanup): Promise<void> {
  const { settings, progress, signal } = context;
  const { dataDir } = settings;
  const startedAt = performance.now();
  const say = (text: string) => progress.say(text);

  const lock = await lockInstance(dataDir);
  cleanup.add('The lock of DATA_DIR', () => lock.release());
  // What a killed supervisor left is ending itself; its ports are free within seconds.
  const patienceMs = lock.afterCrash ? 25_000 : 0;
  await requireFreePort(settings.port, 'PORT', patienceMs);
  await requireFreePort(settings.labPort, 'LAB_PORT', patienceMs);
  const keys = await ensureKeys(dataDir);
  await prepareSources(progress, signal);

  const preparingHost = prepareLabHost(dataDir, progress, signal).then(async (host) => {
    await removeLeftovers(host, settings.instance, say);
    return host;
  });
  // Its failure is looked at below; until then it must not count as unhandled.
  preparingHost.catch(() => undefined);
  const databaseUrl = await prepareDatabase(
    settings,
    progress,
    (server) => {
      const kept = keepPostgresRunning(server, dataDir, say);
      cleanup.add('PostgreSQL', () => kept.stop());
    },
    signal,
  );
  const env = siteEnvironment(process.env, settings, keys, databaseUrl);
  if (mode === 'start') {
    const build = (report: Parameters<typeof buildSite>[1]) =>
      buildSite({ distDir: settings.distDir, env }, report, signal);
    await progress.step('Site', build, (isNew) => (isNew ? 'built' : 'unchanged'));
  }
  const host = await preparingHost;
  cleanup.add('Labs', async () => removeLeftovers(host, settings.instance, say));

  const labEntry =
    mode === 'start' ? await buildLabService(dataDir) : path.join(projectRoot, 'labs/service/main.ts');
  const labEnv = labEnvironment(process.env, settings, keys, host);
  const services = [
    await labService({ mode, dataDir, env: labEnv, port: settings.labPort }, labEntry),
    await siteService({ mode, dataDir, env, port: settings.port }),
  ];
  const running = await progress.step('Site and lab service', () =>
    startAll(services, say, (kept) => cleanup.add(kept.name, () => kept.stop()), signal),
  );
  listenToTests(running);
  if (mode === 'start') say(`Logs are in ${path.join(dataDir, 'logs')}.`);
  if (!host.ok) say(`Labs are off. ${host.reason}`);
  say(`Up in ${formatSeconds(performance.now() - startedAt)}. Ctrl-C stops everything.`);
  console.log(`\n  System Design Mastery: ${settings.publicUrl}\n`);
}

/** Waits for all of them even when one fails, so that the others are known to the clean-up. */
async function startAll(
  services: readonly Service[],
  say: (text: string) => void,
  onRunning: (service: RunningService) => void,
  signal: AbortSignal,
): Promise<RunningService[]> {
  const outcomes = await Promise.allSettled(
    services.map(async (service) => {
      const running = await keepRunning(service, say, signal);
      onRunning(running);
      return running;
    }),
  );
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
}

async function removeLeftovers(host: LabHost, instance: string, say: (text: string) => void): Promise<void> {
  if (!host.ok) return;
  const { removed, stuck } = await removeCells((label) => label === instance);
  if (removed > 0) say(`Removed ${removed} containers and networks of labs.`);
  if (stuck > 0)
    say(
      `Docker will not give up ${stuck} empty network${stuck === 1 ? '' : 's'} before it restarts; a later start removes what is left.`,
    );
}
