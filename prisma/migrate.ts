import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { migrationsDirectory, noFilters, withSchemaEngine } from './schema-engine';

const lockfile = 'migration_lock.toml';

/**
 * Applies the migrations that the database lacks and records them in `_prisma_migrations` as Prisma's own CLI does.
 * @returns the names of those that were applied, oldest first
 * @throws when a migration fails or an earlier one was left half applied
 */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const migrationsList = {
    baseDir: migrationsDirectory,
    shadowDbInitScript: '',
    lockfile: { path: lockfile, content: 'provider = "postgresql"\n' },
    migrationDirectories: await listMigrations(),
  };
  const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.applyMigrations({ migrationsList, filters: noFilters }),
  );
  return appliedMigrationNames;
}

async function listMigrations() {
  const entries = await readdir(migrationsDirectory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: await readFile(path.join(migrationsDirectory, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  );
}
