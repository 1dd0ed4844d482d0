import 'server-only';
import { listQuestions } from './list-questions';
import type { LessonKey, QuestionSummary } from './question';
import { countByHeading, countRows } from './read/store';

/** Most that are counted one by one. */
export const mostCounted = 1000;
const mostOnHeading = 100;
/** More headings than any lesson has interview questions. */
const mostHeadings = 24;

/**
 * The most helpful questions of a lesson or a lab, how many it has (at most `mostCounted`), and how many each of `headings` has
 * (at most 100).
 */
export const listLessonQuestions = async (
  lesson: LessonKey,
  limit: number,
  headings: readonly string[] = [],
): Promise<{ questions: QuestionSummary[]; total: number; onHeading: Record<string, number> }> => {
  const [{ questions }, total, counts] = await Promise.all([
    listQuestions({ tab: 'helpful', viewerId: null, lessons: [lesson], limit }),
    countRows(lesson, mostCounted),
    headings.length === 0 ? [] : countByHeading(lesson, headings.slice(0, mostHeadings), mostOnHeading),
  ]);
  const onHeading = Object.fromEntries(counts.map(({ heading, count }) => [heading, count]));
  return { questions, total, onHeading };
};
