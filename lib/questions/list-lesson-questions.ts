import 'server-only';
import { listQuestions } from './list-questions';
import type { LessonKey, QuestionSummary } from './question';
import { countRows } from './read/store';

/** Most that are counted one by one. */
export const mostCounted = 1000;

/** The most helpful questions of a lesson, and how many it has (at most `mostCounted`). */
export const listLessonQuestions = async (
  lesson: LessonKey,
  limit: number,
): Promise<{ questions: QuestionSummary[]; total: number }> => {
  const [{ questions }, total] = await Promise.all([
    listQuestions({ tab: 'helpful', viewerId: null, lessons: [lesson], limit }),
    countRows(lesson, mostCounted),
  ]);
  return { questions, total };
};
