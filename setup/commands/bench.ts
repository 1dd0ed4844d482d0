import type { CommandContext } from '../command-context';
import { prepareSources } from '../prepare-sources';
import { runLabProgram } from './run-program';

/** `npm run bench`: measures on this machine and prints the table of docs/performance.md. */
export async function bench(context: CommandContext): Promise<number> {
  await prepareSources(context.progress, context.signal);
  return runLabProgram(context, { entry: 'tests/bench/main.ts', needsLabs: true });
}
