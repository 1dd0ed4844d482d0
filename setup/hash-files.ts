import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * SHA-256 over the names and contents of files below the given paths, in hex. Paths that do not exist count as empty.
 * @param isWanted gets each file's path relative to `root`
 */
export async function hashFiles(
  root: string,
  paths: readonly string[],
  isWanted: (file: string) => boolean = () => true,
): Promise<string> {
  const files: string[] = [];
  for (const start of paths) files.push(...(await listFiles(root, start)));
  const hash = createHash('sha256');
  for (const file of files.filter(isWanted).sort()) {
    const content = await readFile(path.join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

async function listFiles(root: string, relative: string): Promise<string[]> {
  const found = await stat(path.join(root, relative)).catch(() => null);
  if (found === null) return [];
  if (!found.isDirectory()) return [relative];
  const names = await readdir(path.join(root, relative));
  const lists = await Promise.all(names.map((name) => listFiles(root, path.join(relative, name))));
  return lists.flat();
}
