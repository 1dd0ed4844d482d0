import path from 'node:path';
import { startGuarded } from '../guarded-process';
import { prepareLabHost } from '../lab-host';
import type { CommandContext } from '../command-context';
import { projectRoot } from '../project';
import { removeCells } from '../supervise/remove-cells';

/** Exit code of a program that could not get what it needs. */
const infrastructure = 2;

/**
 * Runs a program of ours that needs labs, with an instance of its own so that a running lab service and it
 * never touch each other's cells, and removes whatever it left. Its standard output stays its own.
 */
export async function runLabProgram(
  { args, settings, progress, signal }: CommandContext,
  program: { entry: string; needsLabs: boolean; env?: Record<string, string> },
): Promise<number> {
  const instance = `${settings.instance}-${process.pid}`;
  const host = program.needsLabs ? await prepareLabHost(settings.dataDir, progress, signal) : null;
  if (host !== null && !host.ok) return infrastructure;
  const running = startGuarded({
    command: process.execPath,
    args: ['--import', 'tsx', path.join(projectRoot, program.entry), ...args],
    env: {
      ...process.env,
      ...program.env,
      DATA_DIR: settings.dataDir,
      LAB_INSTANCE: instance,
      ...(host === null ? {} : { LAB_IMAGE: host.image }),
    },
    stopSignal: 'SIGTERM',
    graceMs: 20_000,
    output: 'inherit',
  });
  signal.addEventListener('abort', () => void running.stop(), { once: true });
  const { code } = await running.ended;
  if (host !== null) await removeCells((label) => label.startsWith(instance));
  return signal.aborted ? 130 : (code ?? infrastructure);
}
