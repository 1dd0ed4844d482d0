import { formatProblem } from '@/lib/courses/problem';
import { findContentProblems } from '../check-content';
import { formatSeconds } from '../progress';

/**
 * For writers: `npm run content -- 03-caching` prints what is wrong in files whose path has that part; without one,
 * everything. Drafts are included; `--published` leaves them out, as the build does.
 */
function run(args: readonly string[]): number {
  const parts = args.filter((arg) => !arg.startsWith('--'));
  const startedAt = performance.now();
  const problems = findContentProblems(!args.includes('--published')).filter(
    ({ file }) => parts.length === 0 || parts.some((part) => file.includes(part)),
  );
  for (const problem of problems) console.log(formatProblem(problem));
  const took = formatSeconds(performance.now() - startedAt);
  console.log(
    problems.length === 0 ? `Nothing is wrong (${took})` : `Problems: ${problems.length} (${took})`,
  );
  return problems.length === 0 ? 0 : 1;
}

process.exitCode = run(process.argv.slice(2));
