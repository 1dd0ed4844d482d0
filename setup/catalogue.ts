import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadCatalogue } from '@/labs/scenarios/catalogue';
import { projectRoot } from './project';

/** Writes what the site knows of the scenarios, only when it changed: the file is part of the build's hash. */
export async function writeCatalogue(): Promise<void> {
  const file = path.join(projectRoot, 'lib/labs/generated/catalogue.json');
  const text = `${JSON.stringify(loadCatalogue(), null, 2)}\n`;
  if ((await readFile(file, 'utf8').catch(() => null)) === text) return;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.${process.pid}`, text);
  await rename(`${file}.${process.pid}`, file);
}
