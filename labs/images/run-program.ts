import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Result of a program; `lastLines` are the last lines that it wrote to either output. */
export type ProgramResult = { code: number | null; lastLines: string[] };

const keptLines = 12;

/** Runs a program to its end. Never throws for a bad exit; throws when it cannot be started or the signal ends it. */
export async function runProgram(
  command: readonly [string, ...string[]],
  options: { onLine?: (line: string) => void; signal?: AbortSignal | undefined } = {},
): Promise<ProgramResult> {
  const [program, ...args] = command;
  options.signal?.throwIfAborted();
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
  });
  const stop = () => child.kill('SIGTERM');
  options.signal?.addEventListener('abort', stop, { once: true });
  const lastLines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lastLines.push(line);
      if (lastLines.length > keptLines) lastLines.shift();
      options.onLine?.(line);
    });
  }
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    options.signal?.throwIfAborted();
    return { code, lastLines };
  } finally {
    options.signal?.removeEventListener('abort', stop);
  }
}
