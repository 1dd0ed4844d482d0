import type { CommandContext } from '../command-context';
import { runLabProgram } from './run-program';

/** `npm run lab -- …`: only `verify` needs containers, so `list` answers without Docker. */
export function lab(context: CommandContext): Promise<number> {
  return runLabProgram(context, {
    entry: 'labs/cli/main.ts',
    needsLabs: context.args[0] === 'verify' && !context.args.includes('--help'),
  });
}
