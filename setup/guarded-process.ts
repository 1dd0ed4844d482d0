import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from './project';

const EndMessage = z.object({ reason: z.string(), code: z.int().nullable() });

export type GuardedProgram = {
  command: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  identity?: { uid: number; gid: number } | undefined;
  stopSignal: 'SIGTERM' | 'SIGINT';
  graceMs: number;
  /** Both streams go to the end of this file, or to this process's own streams. */
  output: { file: string } | 'inherit';
};

/** `code` is null when a signal ended it, or when it never ran. */
export type ProgramEnd = { reason: string; code: number | null };

export type GuardedProcess = {
  /** Never rejects. */
  readonly ended: Promise<ProgramEnd>;
  readonly hasEnded: boolean;
  /** Asks the program to end, kills it after its grace, resolves when it is gone. */
  stop(): Promise<void>;
};

/** Starts a program beside its guard (see guard.mjs), outside of the terminal's process group, so that Ctrl-C reaches only the supervisor. */
export function startGuarded(program: GuardedProgram): GuardedProcess {
  const output = program.output === 'inherit' ? 'inherit' : openSync(program.output.file, 'a', 0o600);
  const guarded = {
    command: program.command,
    args: program.args,
    cwd: projectRoot,
    ...program.identity,
    stopSignal: program.stopSignal,
    graceMs: program.graceMs,
  };
  const guard = spawn(
    process.execPath,
    [path.join(projectRoot, 'setup/guard.mjs'), JSON.stringify(guarded)],
    {
      cwd: projectRoot,
      env: program.env,
      stdio: ['ignore', output, output, 'ipc'],
      detached: true,
    },
  );
  if (typeof output === 'number') closeSync(output);
  let hasEnded = false;
  const ended = new Promise<ProgramEnd>((resolve) => {
    let end: ProgramEnd = { reason: 'its guard was killed', code: null };
    guard.on('message', (message) => {
      const parsed = EndMessage.safeParse(message);
      if (parsed.success) end = parsed.data;
    });
    guard.on('error', (error) => resolve({ reason: error.message, code: null }));
    guard.on('exit', () => resolve(end));
  });
  void ended.then(() => (hasEnded = true));
  return {
    ended,
    get hasEnded() {
      return hasEnded;
    },
    async stop() {
      if (!hasEnded && guard.connected) guard.send('stop', () => undefined);
      await ended;
    },
  };
}
