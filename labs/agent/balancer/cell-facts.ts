import { accessSync, constants, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import type { CellFacts } from './neutralise';

/** The agent's own folder: output files and control sockets. */
export const runFolder = '/run/lab';

const isWritableFolder = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
};

/** True when a file can be made at the path. Missing folders are made on the way: Debian's packages would have made them. */
function isWritablePath(file: string): boolean {
  const folder = path.dirname(path.resolve(file));
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    return false;
  }
  return isWritableFolder(folder);
}

function hasIpv6(): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen(0, '::', () => server.close(() => resolve(true)));
  });
}

function maxOpenFiles(): number {
  const row = readFileSync('/proc/self/limits', 'utf8').match(/^Max open files\s+\S+\s+(\S+)/m)?.[1];
  const limit = Number(row);
  return Number.isFinite(limit) && limit > 0 ? limit : 1_048_576;
}

export async function readCellFacts(): Promise<CellFacts> {
  return { hasIpv6: await hasIpv6(), maxOpenFiles: maxOpenFiles(), isWritable: isWritablePath };
}
