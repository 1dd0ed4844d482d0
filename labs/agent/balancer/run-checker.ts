import { spawn } from 'node:child_process';
import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runFolder } from './cell-facts';

/** What is read of a checker's words. Ordinary output is a few hundred bytes. */
const maxOutputBytes = 128 * 1024;

export type CheckerResult =
  { kind: 'exited'; code: number; output: string } | { kind: 'deadline'; output: string };

/** Kills a process and all that it started; it leads a group of its own. */
export function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}

export function readStart(file: string, maxBytes = maxOutputBytes): string {
  const buffer = Buffer.alloc(maxBytes);
  const fd = openSync(file, 'r');
  try {
    return buffer.toString('utf8', 0, readSync(fd, buffer, 0, maxBytes, 0));
  } finally {
    closeSync(fd);
  }
}

/**
 * Runs a balancer's checker. Its output goes to a file, not a pipe: `access_log /dev/stdout` must open, and a flood ends at the tmpfs's size.
 * After `deadlineMs` the checker and all that it started are killed.
 */
export function runChecker(
  command: string,
  args: readonly string[],
  deadlineMs: number,
): Promise<CheckerResult> {
  const outputFile = path.join(runFolder, 'check.out');
  rmSync(outputFile, { force: true });
  const fd = openSync(outputFile, 'a');
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { detached: true, stdio: ['ignore', fd, fd] });
    closeSync(fd);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      if (child.pid !== undefined) killGroup(child.pid, 'SIGKILL');
    }, deadlineMs);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      const output = readStart(outputFile);
      rmSync(outputFile, { force: true });
      resolve(late ? { kind: 'deadline', output } : { kind: 'exited', code: code ?? -1, output });
    });
  });
}
