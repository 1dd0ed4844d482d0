import { findCourse, listCourses, listLessons, listPublishedLessons } from '@/lib/courses/course';
import type { LessonKey } from './question';

/** Where a question hangs, in words; a lesson that is gone keeps its slug, without a link. */
export const lessonPlace = ({ course, lesson }: LessonKey): { title: string; href: string | null } => {
  const found = findCourse(course);
  const place = found && listLessons(found).find(({ slug }) => slug === lesson);
  if (!place) return { title: lesson, href: null };
  return { title: place.shortTitle ?? place.title, href: place.status === 'published' ? place.href : null };
};

/** The published lessons of a module by its slug. Null: there is no such module. */
export const lessonsOfModule = (slug: string): LessonKey[] | null => {
  for (const course of listCourses()) {
    const part = course.modules.find((module) => module.slug === slug);
    if (part) return part.lessons.map((lesson) => ({ course: course.slug, lesson: lesson.slug }));
  }
  return null;
};

/** Modules with what can be asked about, for choosing. `key` is `course/lesson`. */
export const listPlaces = () =>
  listCourses().flatMap((course) =>
    course.modules.map((part) => ({
      slug: part.slug,
      title: `${part.number}. ${part.title}`,
      lessons: listPublishedLessons(course)
        .filter((lesson) => lesson.module === part.number)
        .map((lesson) => ({
          key: `${course.slug}/${lesson.slug}`,
          title: lesson.shortTitle ?? lesson.title,
        })),
    })),
  );
