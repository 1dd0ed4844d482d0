import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { configFile } from '../../lesson-configuration';
import { fenceMeta } from '../../mdx/fence-meta.mjs';
import { problemAt, type Fence, type LessonSource } from '../lesson-source';
import type { Rule, World } from '../world';

/** What is executed by a test, and what only illustrates. */
const executed = new Set(['nginx', 'haproxy', 'sql', 'bash', 'javascript', 'typescript']);
const illustration = new Set(['', 'text', 'log', 'http', 'json']);

/** One difference is enough to find the place. */
const firstDifference = (shown: string, kept: string) => {
  const lines = kept.split('\n');
  const at = shown.split('\n').findIndex((line, index) => line !== lines[index]);
  return at < 0 ? shown.split('\n').length : at;
};

const faultsOfFile = ({ text, line }: Fence, file: string, lesson: LessonSource) => {
  const place = path.resolve(lesson.folder, file);
  if (path.relative(lesson.folder, place).startsWith('..'))
    return [problemAt(lesson, line, `${file} lies outside of the module's folder.`)];
  if (!existsSync(place)) return [problemAt(lesson, line, `There is no file ${file} beside the lesson.`)];
  const kept = readFileSync(place, 'utf8');
  if (kept === `${text}\n`) return [];
  const at = line + 1 + firstDifference(`${text}\n`, kept);
  return [problemAt(lesson, at, `The fence and ${file} differ from here on.`)];
};

const faultsOfLab = (
  { language, line }: Fence,
  lab: string,
  file: string | undefined,
  lesson: LessonSource,
  world: World,
) => {
  const faults = [];
  if (!world.labs.has(lab)) faults.push(problemAt(lesson, line, `There is no lab "${lab}".`));
  if (configFile(file ?? '')?.balancer !== language)
    faults.push(
      problemAt(
        lesson,
        line,
        'Only a whole configuration opens in a lab: file="configs/….conf" of nginx or "configs/….cfg" of haproxy.',
      ),
    );
  return faults;
};

/** Code that is run is the file that a test runs. */
export const checkFences: Rule = (lesson, world) =>
  lesson.fences.flatMap((fence) => {
    const { language, line } = fence;
    const { file, lab } = fenceMeta(fence.meta);
    const problems = [];
    if (!executed.has(language) && !illustration.has(language))
      problems.push(
        problemAt(
          lesson,
          line,
          `Lessons have no "${language}": use ${[...executed, 'text', 'log', 'http', 'json'].join(', ')}.`,
        ),
      );
    if (executed.has(language) && file === undefined)
      problems.push(problemAt(lesson, line, `This ${language} names no file="…" that a test runs.`));
    if (file !== undefined) problems.push(...faultsOfFile(fence, file, lesson));
    if (lab !== undefined) problems.push(...faultsOfLab(fence, lab, file, lesson, world));
    return problems;
  });
