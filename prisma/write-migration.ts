import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { migrationsDirectory, noFilters, schemaFile, withSchemaEngine } from './schema-engine';

/**
 * Writes `migrations/<time>_<name>/` with the SQL that leads from the last migration's schema to `schema.prisma`. Each migration
 * keeps the schema it leads to, so no shadow database is needed; the engine insists on some server to ask for its version.
 * @returns the folder, or null when there is nothing to change
 */
export async function writeMigration(name: string, databaseUrl: string): Promise<string | null> {
  const previous = await findLastSchema();
  const content = await readFile(schemaFile, 'utf8');
  const { exitCode, stdout } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from:
        previous === null
          ? { tag: 'empty' }
          : { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: previous }] },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] },
      script: true,
      exitCode: true,
      filters: noFilters,
    }),
  );
  if (exitCode === 0 || stdout === null) return null;
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join(migrationsDirectory, `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'migration.sql'), stdout);
  await writeFile(path.join(folder, 'schema.prisma'), content);
  return folder;
}

async function findLastSchema(): Promise<string | null> {
  const entries = await readdir(migrationsDirectory, { withFileTypes: true }).catch(() => []);
  const last = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .at(-1);
  if (last === undefined) return null;
  return readFile(path.join(migrationsDirectory, last, 'schema.prisma'), 'utf8');
}
