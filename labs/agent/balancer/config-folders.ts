import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mainFile, type LabFiles } from '@/labs/protocol/files';
import type { Balancer } from '@/labs/protocol/names';

export const configFolder: Record<Balancer, string> = { nginx: '/etc/nginx', haproxy: '/etc/haproxy' };
const stockFolder: Record<Balancer, string> = {
  nginx: '/usr/share/lab/etc-nginx',
  haproxy: '/usr/share/lab/etc-haproxy',
};

/** A file of a balancer's message, relative to its configuration folder; the main file when none is named. */
export function inFolder(balancer: Balancer, file: string | undefined): string {
  if (file === undefined) return mainFile[balancer];
  const relative = path.relative(configFolder[balancer], file);
  return relative.startsWith('..') ? file : relative;
}

/** Keeps one balancer's configuration folder: the distribution's stock files with the learner's over them. */
export function createConfigFolder(
  balancer: Balancer,
  folder = configFolder[balancer],
  stock = stockFolder[balancer],
) {
  let written: LabFiles | null = null;

  function populate(): void {
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true, force: true });
    cpSync(stock, folder, { recursive: true, verbatimSymlinks: true });
  }

  function writeOne(name: string, text: string): void {
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    // Replaced, not written through: a stock file may be a link to another one.
    rmSync(target, { recursive: true, force: true });
    writeFileSync(target, text);
  }

  const sameNames = (a: LabFiles, b: LabFiles) =>
    Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((name) => b[name] !== undefined);

  return {
    populate,
    /** Makes the folder hold exactly the stock files and these. A file that is no longer among them is gone, a stock file that it hid is back. */
    write(files: LabFiles): void {
      const before = written;
      written = null;
      const isFresh = before === null || !sameNames(before, files);
      if (isFresh) populate();
      for (const [name, text] of Object.entries(files))
        if (isFresh || before?.[name] !== text) writeOne(name, text);
      written = files;
    },
  };
}
