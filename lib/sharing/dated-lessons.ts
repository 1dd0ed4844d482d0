import { listCourses, listPublishedLessons, type Lesson } from '@/lib/courses/course';
import { loadLessonText } from '@/lib/courses/load-lesson-text';

/** `updated` is a day: `2026-11-23`. */
export type DatedLesson = Pick<Lesson, 'title' | 'summary' | 'href' | 'module'> & { updated: string };

let dated: Promise<readonly DatedLesson[]> | undefined;

/** Every published lesson with the day of its last revision, the latest first; read once a process. */
export const listDatedLessons = (): Promise<readonly DatedLesson[]> => {
  dated ??= collect().catch((error: unknown) => {
    dated = undefined;
    throw error;
  });
  return dated;
};

const collect = async () => {
  const lessons = listCourses().flatMap(listPublishedLessons);
  const all = await Promise.all(
    lessons.map(async ({ title, summary, href, module, ...rest }): Promise<DatedLesson> => {
      const { updated } = await loadLessonText({ title, summary, href, module, ...rest });
      return { title, summary, href, module, updated };
    }),
  );
  return all.sort((a, b) => b.updated.localeCompare(a.updated));
};
