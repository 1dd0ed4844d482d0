import { constants } from 'node:os';
import { z } from 'zod';
import { DockerCellRuntime } from '@/labs/runtime/docker/docker-cell-runtime';
import { runCli } from './run-cli';
import { exitCodes, UnusableError } from './usage';

/** Apart from the service's instance: the service removes cells of its own that it does not know. */
const Environment = z.object({ LAB_IMAGE: z.string().min(1), LAB_INSTANCE: z.string().min(1).max(50) });

function createRuntime() {
  const environment = Environment.safeParse(process.env);
  if (!environment.success)
    throw new UnusableError('LAB_IMAGE and LAB_INSTANCE are not set; "npm run lab -- …" sets them.');
  const { LAB_IMAGE: image, LAB_INSTANCE: instance } = environment.data;
  return new DockerCellRuntime({ image, instance: `${instance}-cli` });
}

const interruption = new AbortController();
let interruptedBy: 'SIGINT' | 'SIGTERM' | 'SIGHUP' | null = null;
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(name, () => {
    interruptedBy ??= name;
    interruption.abort(new Error(`Interrupted by ${name}.`));
  });
// A reader that has left (`… | head`) must not keep the cell from being removed.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

try {
  process.exitCode = await runCli(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    createRuntime,
    // npm runs scripts in the package's folder and says here where the person stood.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    signal: interruption.signal,
  });
} catch (error) {
  if (interruptedBy === null) {
    console.error(error);
    process.exitCode = exitCodes.unusable;
  }
}
if (interruptedBy !== null) process.exitCode = 128 + constants.signals[interruptedBy];
