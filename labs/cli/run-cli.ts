import path from 'node:path';
import { AgentError } from '@/labs/cell/agent-client';
import { BalancerUnreachableError } from '@/labs/cell/live-cell';
import { LaunchError, type CellRuntime } from '@/labs/runtime/cell-runtime';
import { loadVariant } from '@/labs/scenarios/catalogue';
import { LabFilesError, loadFiles, loadMainFile } from '@/labs/scenarios/load-files';
import { findScenario, listScenarios } from '@/labs/scenarios/registry';
import { list } from './list';
import { parseCommand, type Command } from './parse-command';
import { verificationAsJson, verificationAsText } from './render-verification';
import { exitCodes, UnusableError, usage } from './usage';
import { verify } from './verify';

export type CliEnvironment = {
  out: (text: string) => void;
  /** Progress and complaints; never part of the result. */
  err: (text: string) => void;
  /** Called only by commands that need containers. May throw UnusableError. */
  createRuntime: () => CellRuntime;
  /** Folder that paths on the command line are relative to. */
  cwd: string;
  signal: AbortSignal;
};

/** Runs one command and says the exit code. Rejects only with the signal's reason, or for a defect. */
export async function runCli(args: readonly string[], environment: CliEnvironment): Promise<number> {
  try {
    return await run(parseCommand(args), environment);
  } catch (error) {
    if (environment.signal.aborted || !isExpected(error)) throw error;
    environment.err(`${error.message}\n`);
    if (error instanceof UnusableError) environment.err('See: npm run lab -- help\n');
    return exitCodes.unusable;
  }
}

async function run(command: Command, environment: CliEnvironment): Promise<number> {
  const { out, err, createRuntime, cwd, signal } = environment;
  if (command.kind === 'help') {
    out(usage);
    return exitCodes.ok;
  }
  if (command.kind === 'list') {
    out(list(command.json));
    return exitCodes.ok;
  }
  const { balancer, source } = command;
  const scenario = findScenario(command.scenario);
  if (!scenario) {
    const known = listScenarios().map(({ slug }) => slug);
    throw new UnusableError(`There is no scenario "${command.scenario}". There are ${known.join(', ')}.`);
  }
  const files =
    source.kind === 'folder'
      ? loadFiles(path.resolve(cwd, source.path), balancer)
      : source.kind === 'file'
        ? loadMainFile(path.resolve(cwd, source.path), balancer)
        : loadVariant(scenario, 'solution', balancer);
  const runtime = createRuntime();
  try {
    const health = await runtime.health(signal);
    if (!health.ok) {
      err(`${health.message}\n`);
      return exitCodes.unusable;
    }
    const say = (text: string) => err(`  ${text}\n`);
    const verification = await verify(runtime, { scenario, balancer, files }, { say, signal });
    out(command.json ? verificationAsJson(verification) : verificationAsText(verification));
    const isFine = verification.apply.ok && verification.tasks.every((task) => task.ok);
    return isFine ? exitCodes.ok : exitCodes.failed;
  } finally {
    await runtime.close();
  }
}

function isExpected(error: unknown): error is Error {
  return [UnusableError, LabFilesError, LaunchError, AgentError, BalancerUnreachableError].some(
    (kind) => error instanceof kind,
  );
}
