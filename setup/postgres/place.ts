import { createHash } from 'node:crypto';
import { chown, cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Account } from './account';

export type DatabasePlace = {
  /** PostgreSQL's data directory. */
  readonly data: string;
  /** Folder with `bin`, `lib` and `share`. */
  readonly binaries: string;
  /** What to delete to be rid of the database. */
  readonly removable: string;
};

/** Where a database goes whose DATA_DIR the database's account cannot enter, for example below /root. */
const sharedHome = '/var/lib/system-design-mastery';

/** Chooses folders that the database's account can enter, and makes them. */
export async function preparePlace(
  dataDir: string,
  binaries: string,
  account: Account | undefined,
): Promise<DatabasePlace> {
  const wanted = path.join(dataDir, 'postgres');
  if (account === undefined) {
    await mkdir(dataDir, { recursive: true });
    return { data: wanted, binaries, removable: wanted };
  }
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const digest = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const data = (await isReachable(dataDir, account)) ? wanted : path.join(sharedHome, digest);
  await mkdir(path.dirname(data), { recursive: true, mode: 0o755 });
  await mkdir(data, { recursive: true, mode: 0o700 });
  await chown(data, account.uid, account.gid);
  if (await isReachable(binaries, account)) return { data, binaries, removable: data };
  return { data, binaries: await copyBinaries(binaries), removable: data };
}

/** The copy is named by the package's version, so an update makes a new one. */
async function copyBinaries(binaries: string): Promise<string> {
  const { mtimeMs, size } = await stat(path.join(binaries, 'bin/postgres'));
  const copy = path.join(sharedHome, `binaries-${size}-${Math.round(mtimeMs)}`);
  if (await exists(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  await mkdir(sharedHome, { recursive: true, mode: 0o755 });
  await cp(binaries, unfinished, { recursive: true, verbatimSymlinks: true });
  await rename(unfinished, copy).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(copy))) throw error;
  });
  return copy;
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

/** Whether the account may walk down to the folder and into it. */
export async function isReachable(folder: string, account: Account): Promise<boolean> {
  for (let current = path.resolve(folder); ; current = path.dirname(current)) {
    const { mode, uid, gid } = await stat(current);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (current === path.dirname(current)) return true;
  }
}
