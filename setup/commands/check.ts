import path from 'node:path';
import type { CommandContext } from '../command-context';
import { prepareSources } from '../prepare-sources';
import { formatSeconds, type Progress } from '../progress';
import { projectRoot } from '../project';
import { runCommand } from '../run-command';

const bin = (file: string) => path.join(projectRoot, 'node_modules', file);

const steps = [
  { name: 'Types', args: [bin('typescript/bin/tsc'), '--noEmit', '-p', '.'] },
  { name: 'Lint', args: [bin('eslint/bin/eslint.js'), '--max-warnings=0', '.'] },
  { name: 'Format', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
  { name: 'Content', args: ['--import', 'tsx', 'setup/commands/content.ts', '--published'] },
  { name: 'Dead code', args: [bin('knip/bin/knip.js'), '--no-progress'] },
];

export type Tally = { passed: number; failed: number };

/** `npm run check`: types, lint with the walls, format, content, dead code. */
export async function check({ progress, signal }: CommandContext): Promise<number> {
  await prepareSources(progress, signal);
  const { passed, failed } = await runChecks(progress, signal);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Runs every step, also after one failed; what a failed step says is printed. */
export async function runChecks(progress: Progress, signal?: AbortSignal): Promise<Tally> {
  const tally = { passed: 0, failed: 0 };
  for (const { name, args } of steps) {
    const startedAt = performance.now();
    const { code, output } = await runCommand(process.execPath, args, { signal });
    const took = formatSeconds(performance.now() - startedAt);
    if (code === 0) {
      tally.passed += 1;
      progress.say(`${name}: passed (${took})`);
    } else {
      tally.failed += 1;
      console.log(output.trimEnd());
      progress.say(`${name}: failed (${took})`);
    }
  }
  return tally;
}
