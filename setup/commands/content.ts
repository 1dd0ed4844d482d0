import path from 'node:path';
import { loadCatalogue } from '@/labs/scenarios/catalogue';
import { checkContent } from '@/lib/courses/check/check-content';
import { formatProblem, type Problem } from '@/lib/courses/problem';
import { projectRoot } from '../project';

/** Problems of the whole content; drafts are lessons that course.json calls planned. */
export const findProblems = (withDrafts: boolean): Problem[] =>
  checkContent({ projectRoot, labs: loadCatalogue().map(({ slug }) => slug), withDrafts });

/**
 * For writers: `npm run content [-- part of a path]` prints what is wrong, drafts included. `--published` leaves drafts out,
 * as the build does.
 */
function run(args: readonly string[]): number {
  const filters = args.filter((arg) => !arg.startsWith('--'));
  const startedAt = performance.now();
  const problems = findProblems(!args.includes('--published')).filter(
    ({ file }) => filters.length === 0 || filters.some((filter) => file.includes(filter)),
  );
  for (const problem of problems) console.log(formatProblem(problem));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(
    problems.length === 0
      ? `Content: nothing is wrong (${seconds} s)`
      : `${problems.length} problems (${seconds} s)`,
  );
  return problems.length === 0 ? 0 : 1;
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === import.meta.filename)
  process.exitCode = run(process.argv.slice(2));
