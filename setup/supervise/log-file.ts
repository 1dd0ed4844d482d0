import { mkdir, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';

const largestBytes = 20 * 1024 * 1024;

/** The file for a process's output. One that has grown large makes room by becoming `<name>.1`. */
export async function openLog(dataDir: string, name: string): Promise<string> {
  const file = path.join(dataDir, 'logs', `${name}.log`);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  if (size > largestBytes) await rename(file, `${file}.1`);
  return file;
}

export async function readLastLines(file: string, count = 15): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-count).join('\n');
}
