import type { LessonFacts, ModuleFacts } from './course-facts';
import type { LabStanding } from './lab-standing';
import type { Progress, Rating } from './progress';

export type LessonSummary = LessonFacts & {
  readAt: string | null;
  checks: { right: number; answered: number };
  answers: Record<Rating, number>;
};

export type ModuleSummary = {
  number: number;
  title: string;
  planned: number;
  lessons: LessonSummary[];
  read: { done: number; of: number };
  labs: { done: number; of: number };
  answers: Record<Rating, number>;
};

const itemsOf = <Entry>(entries: Record<string, Entry>, key: string) =>
  Object.entries(entries).flatMap(([item, entry]) => (item.startsWith(`${key}/`) ? [entry] : []));

const countRatings = (ratings: readonly Rating[]): Record<Rating, number> => ({
  could: ratings.filter((rating) => rating === 'could').length,
  nearly: ratings.filter((rating) => rating === 'nearly').length,
  notYet: ratings.filter((rating) => rating === 'notYet').length,
});

/** Progress counted by module. A lab that belongs to several lessons of a module counts once in it. */
export const summarise = (
  modules: readonly ModuleFacts[],
  progress: Progress,
  labs: Record<string, LabStanding>,
): ModuleSummary[] =>
  modules.map((part) => {
    const lessons = part.lessons.map((lesson): LessonSummary => {
      const checks = itemsOf(progress.checks, lesson.key);
      const ratings = itemsOf(progress.answers, lesson.key).map((answer) => answer.rating);
      return {
        ...lesson,
        readAt: progress.read[lesson.key] ?? null,
        checks: { right: checks.filter((check) => check.right).length, answered: checks.length },
        answers: countRatings(ratings),
      };
    });
    const slugs = [...new Set(lessons.flatMap((lesson) => lesson.labs.map((lab) => lab.slug)))];
    const solved = slugs.filter((slug) => {
      const standing = labs[slug];
      return standing !== undefined && standing.passed >= standing.total;
    });
    const ratings = lessons.flatMap((lesson) =>
      itemsOf(progress.answers, lesson.key).map((answer) => answer.rating),
    );
    return {
      number: part.number,
      title: part.title,
      planned: part.planned,
      lessons,
      read: { done: lessons.filter((lesson) => lesson.readAt !== null).length, of: lessons.length },
      labs: { done: solved.length, of: slugs.length },
      answers: countRatings(ratings),
    };
  });
