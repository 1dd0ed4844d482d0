import { createLiveCell } from '@/labs/cell/create-live-cell';
import { DockerCellRuntime } from '@/labs/runtime/docker/docker-cell-runtime';
import { findScenario } from '@/labs/scenarios/registry';
import { runCheck } from '@/labs/scenarios/run-check';
import { parseLabEnv } from './env';
import { startLabService, type LabService } from './lab-service';
import { loadKeys } from './load-keys';
import { createLog } from './observability/log';

/** A shutdown that takes longer is cut short; the next start's reaper removes what is left. */
const shutdownDeadlineMs = 15_000;

async function start(): Promise<LabService> {
  const env = parseLabEnv(process.env);
  const log = createLog(env.logLevel);
  const service = await startLabService({
    env,
    runtime: new DockerCellRuntime({ instance: env.instance, image: env.image }),
    createLiveCell: (cell) => createLiveCell(cell),
    findScenario,
    runCheck,
    ...(await loadKeys(env)),
    log,
  });
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise was left to fail'));
  return service;
}

function stopOnRequest(service: LabService): void {
  let stopping: Promise<void> | null = null;
  const stop = () => {
    stopping ??= service.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
    setTimeout(() => process.exit(1), shutdownDeadlineMs).unref();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // The parent that set everything up is gone.
  process.on('disconnect', stop);
}

try {
  stopOnRequest(await start());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
