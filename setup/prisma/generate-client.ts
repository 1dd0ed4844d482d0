import path from 'node:path';
import { hashFiles } from '../hash-files';
import { projectRoot } from '../project';
import { runCommand } from '../run-command';
import { doOnce } from '../stamp';

/** Writes lib/db/generated when the schema changed. */
export async function generateClient(signal?: AbortSignal): Promise<boolean> {
  const hash = await hashFiles(projectRoot, ['prisma/schema.prisma', 'node_modules/prisma/package.json']);
  return doOnce(path.join(projectRoot, 'lib/db/generated/.stamp'), hash, async () => {
    const cli = path.join(projectRoot, 'node_modules/prisma/build/index.js');
    const { code, output } = await runCommand(process.execPath, [cli, 'generate'], {
      signal,
      env: {
        // Never run by `generate`, but without a file here the CLI downloads an engine.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        DATABASE_URL: process.env.DATABASE_URL || 'postgresql://127.0.0.1:1/none',
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
    });
    if (code !== 0) throw new Error(`prisma generate failed.\n${output}`);
  });
}
