import { z } from 'zod';
import { problemAt } from '../lesson-source';
import type { Rule } from '../world';

const Goals = z.array(z.string().min(1)).min(2).max(5);

/** The head says when the lesson was last revised, and what one can do after it. */
export const checkHead: Rule = (lesson) => {
  const updated = lesson.exports.get('updated');
  const goals = lesson.exports.get('goals');
  const verifiedWith = lesson.exports.get('verifiedWith');
  const problems = [];
  if (!z.iso.date().safeParse(updated?.value).success)
    problems.push(
      problemAt(
        lesson,
        updated?.line ?? 1,
        "The head needs: export const updated = '2026-11-23'; (the day of the last revision).",
      ),
    );
  if (!Goals.safeParse(goals?.value).success)
    problems.push(
      problemAt(
        lesson,
        goals?.line ?? 1,
        'The head needs: export const goals = [ 2 to 5 sentences ]; (what one can do after the lesson).',
      ),
    );
  if (verifiedWith && typeof verifiedWith.value !== 'string')
    problems.push(problemAt(lesson, verifiedWith.line, 'verifiedWith is a text, or it is left out.'));
  return problems;
};
