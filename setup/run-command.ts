import { spawn } from 'node:child_process';
import { projectRoot } from './project';

export type CommandResult = { code: number | null; output: string };

/**
 * Runs a program to its end and keeps what it wrote (both streams, the last 200 kB).
 * `onLine` gets every line as it comes. An aborted signal kills the program and rejects.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: {
    env?: Record<string, string>;
    cwd?: string;
    signal?: AbortSignal | undefined;
    onLine?: (line: string) => void;
  } = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? projectRoot,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.signal ? { signal: options.signal } : {}),
    });
    let output = '';
    let rest = '';
    const read = (chunk: string) => {
      output = (output + chunk).slice(-200_000);
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) options.onLine?.(line);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.on('error', reject);
    child.on('close', (code) => {
      if (rest !== '') options.onLine?.(rest);
      resolve({ code, output });
    });
  });
}
