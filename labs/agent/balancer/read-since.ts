import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

/** Text that was appended to a file from `offset` on, at most 64 KiB of it; empty when the file cannot be read. */
export function readSince(file: string, offset: number): string {
  let fd: number;
  try {
    fd = openSync(file, 'r');
  } catch {
    return '';
  }
  try {
    const size = fstatSync(fd).size;
    const from = size < offset ? 0 : offset;
    const buffer = Buffer.alloc(Math.min(size - from, 64 * 1024));
    return buffer.toString('utf8', 0, readSync(fd, buffer, 0, buffer.length, from));
  } finally {
    closeSync(fd);
  }
}

/** Size in bytes; 0 when there is no such file. */
export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
