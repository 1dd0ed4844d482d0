import path from 'node:path';
import { writeMigration } from '@/prisma/write-migration';
import { startTemporaryPostgres } from '../postgres/start-temporary';

/** `npm run migration -- <name>`: writes the migration that schema.prisma needs, with a server of its own. */
const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Name the migration in lower case with underscores: npm run migration -- add_questions');
  process.exit(2);
}

const postgres = await startTemporaryPostgres();
try {
  const folder = await writeMigration(name, postgres.url);
  if (folder === null) console.log('The last migration already leads to schema.prisma; nothing was written.');
  else
    console.log(`Wrote ${path.relative(process.cwd(), folder)}/migration.sql: read it before you commit it.`);
} finally {
  await postgres.destroy();
}
