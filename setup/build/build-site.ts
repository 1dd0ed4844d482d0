import path from 'node:path';
import { isOwnMachine, publicAddress } from '@/lib/config/public-address';
import { formatProblem } from '@/lib/courses/problem';
import { hashFiles } from '../hash-files';
import type { Report } from '../progress';
import { projectRoot } from '../project';
import { runCommand } from '../run-command';
import { SetupError } from '../setup-error';
import { doOnce } from '../stamp';
import { finishPages } from './finish-pages';

/** All that the built site depends on. */
const sources = [
  ...['app', 'lib', 'content', 'public', 'labs/protocol'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'next.config.js', 'next.config.ts'],
  ...['instrumentation.ts', 'proxy.ts', 'mdx-components.tsx', 'prisma/schema.prisma'],
];

export const isSiteSource = (file: string) => !/\.test\.tsx?$/.test(file) && path.basename(file) !== '.stamp';

/** Runs `next build` when a source changed. Says whether it did. */
export async function buildSite(
  options: { distDir: string; env: Record<string, string | undefined> },
  report: Report,
  signal?: AbortSignal,
): Promise<boolean> {
  const files = await hashFiles(projectRoot, sources, isSiteSource);
  // Settings that end up in static pages. Nobody follows an address of one's own machine: another port is no reason to build.
  const address = publicAddress(options.env.NEXTAUTH_URL);
  const settings = [options.env.REPOSITORY_EDIT_URL ?? '', isOwnMachine(address) ? '' : address];
  const hash = [files, ...settings].join(' ').trim();
  return doOnce(path.join(projectRoot, options.distDir, 'source-hash'), hash, async () => {
    await requireGoodContent(report);
    const cli = path.join(projectRoot, 'node_modules/next/dist/bin/next');
    const { code, output } = await runCommand(process.execPath, [cli, 'build'], {
      signal,
      env: stringsOf({ ...options.env, NODE_ENV: 'production', NEXT_DIST_DIR: options.distDir }),
      onLine: (line) => {
        const percent = /\((\d+)\/(\d+)\)/.exec(line);
        const text = line.replace(/[^\x20-\x7e]/g, '').trim();
        if (text !== '')
          report(text.slice(0, 80), percent ? (100 * Number(percent[1])) / Number(percent[2]) : null);
      },
    });
    if (/ENOSPC/.test(output))
      throw new SetupError('The disk is full: make about 2 GB free, then start again.');
    if (code !== 0) throw new SetupError(`The site could not be built. ${output.trim().slice(-3000)}`);
    await finishPages(path.join(projectRoot, options.distDir));
  });
}

/** Bad content is found here, by file and line, before a minute of building. */
async function requireGoodContent(report: Report): Promise<void> {
  report('lessons');
  const { findContentProblems } = await import('../check-content');
  const problems = findContentProblems(false);
  if (problems.length === 0) return;
  const lines = problems.map(formatProblem).join('\n');
  throw new SetupError(`The content has ${problems.length} problems (npm run content lists them):\n${lines}`);
}

const stringsOf = (env: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
