import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { LabFiles, mainFile } from '@/labs/protocol/files';
import type { Balancer } from '@/labs/protocol/names';

/** Files that cannot be used. `message` names the file or folder and says what is wrong with it. */
export class LabFilesError extends Error {
  override name = 'LabFilesError';
}

/** Largest file that is read at all; what is allowed is decided by `LabFiles`. */
const maxReadBytes = 1024 * 1024;

/** Reads a folder as a configuration: every file below it, named by its path relative to it. */
export function loadFiles(folder: string, balancer: Balancer): LabFiles {
  const files: Record<string, string> = {};
  for (const name of listFiles(folder)) files[name] = readText(path.join(folder, name));
  return checkFiles(files, folder, balancer);
}

/** Reads one file as the balancer's main configuration. */
export function loadMainFile(file: string, balancer: Balancer): LabFiles {
  return checkFiles({ [mainFile[balancer]]: readText(file) }, file, balancer);
}

function checkFiles(files: Record<string, string>, where: string, balancer: Balancer): LabFiles {
  if (files[mainFile[balancer]] === undefined)
    throw new LabFilesError(`${where} has no ${mainFile[balancer]}, which ${balancer} starts with.`);
  const parsed = LabFiles.safeParse(files);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = issue?.path.join('.') ?? '';
  throw new LabFilesError(`${name ? path.join(where, name) : where}: ${issue?.message ?? 'not usable'}`);
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) =>
        path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
      )
      .sort();
  } catch (error) {
    throw new LabFilesError(`${folder} cannot be read: ${reasonOf(error)}.`, { cause: error });
  }
}

function readText(file: string): string {
  try {
    const { size } = statSync(file);
    if (size > maxReadBytes) throw new LabFilesError(`${file} is larger than a configuration may be.`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof LabFilesError) throw error;
    throw new LabFilesError(`${file} cannot be read: ${reasonOf(error)}.`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES') return 'permission is denied';
  if (code === 'ENOTDIR') return 'it is no folder';
  if (code === 'EISDIR') return 'it is a folder';
  return error instanceof Error ? error.message : 'unknown reason';
}
