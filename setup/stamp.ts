import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Does `work` unless `file` says that it was done for this very hash. Says whether it was done now. */
export async function doOnce(file: string, hash: string, work: () => Promise<void>): Promise<boolean> {
  if ((await readFile(file, 'utf8').catch(() => '')) === hash) return false;
  await rm(file, { force: true });
  await work();
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, hash);
  return true;
}
