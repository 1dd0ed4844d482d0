import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from '@/setup/postgres/start-postgres';
import { migrationsDirectory, noFilters, withSchemaEngine, schemaFile } from './schema-engine';

/**
 * `npx tsx prisma/diff.ts <name>` writes `migrations/<time>_<name>/` with the SQL from the schema of the last migration to
 * `schema.prisma`. Each migration keeps the schema it leads to, so no shadow database is needed.
 */
const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Name the migration in lower case with underscores: npx tsx prisma/diff.ts add_questions');
  process.exit(2);
}

const sql = await diffToSchema();
if (sql === null) {
  console.log('The last migration already leads to schema.prisma; nothing was written.');
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join(migrationsDirectory, `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'migration.sql'), sql);
  await writeFile(path.join(folder, 'schema.prisma'), await readFile(schemaFile, 'utf8'));
  console.log(`Wrote ${path.relative(process.cwd(), folder)}/migration.sql: read it before you commit it.`);
}

async function diffToSchema(): Promise<string | null> {
  const previous = await findLastSchema();
  const content = await readFile(schemaFile, 'utf8');
  // Both sides of the diff are files, but the engine insists on a server to ask for its version.
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'mastery-diff-'));
  await chmod(dataDir, 0o711);
  const postgres = await startPostgres(dataDir);
  try {
    const result = await withSchemaEngine(postgres.url, (engine) =>
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
    return result.exitCode === 0 ? null : result.stdout;
  } finally {
    await postgres.destroy();
    await rm(dataDir, { recursive: true, force: true });
  }
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
