import systemDesignMastery from '@/content/courses/system-design-mastery/course.json';
import { CourseSource } from './course-schema';

export type Lesson = CourseSource['modules'][number]['lessons'][number] & {
  course: string;
  /** Position of the module in the course and of the lesson in the module, from 1. */
  module: number;
  position: number;
  /** Folder of the module below the course's: `05-load-balancing`. */
  folder: string;
  href: string;
};

export type Module = Omit<CourseSource['modules'][number], 'lessons'> & { number: number; lessons: Lesson[] };

export type Course = Omit<CourseSource, 'modules'> & { href: string; modules: Module[] };

/** Adds numbers, folders and addresses. Throws an Error that names the file and every path that is wrong. */
export const buildCourse = (source: unknown, file: string): Course => {
  const parsed = CourseSource.safeParse(source);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`${file} is not a course. ${problems.join('; ')}`);
  }
  const href = `/courses/${parsed.data.slug}`;
  const modules = parsed.data.modules.map((part, index) => ({
    ...part,
    number: index + 1,
    lessons: part.lessons.map((lesson, position) => ({
      ...lesson,
      course: parsed.data.slug,
      module: index + 1,
      position: position + 1,
      folder: `${String(index + 1).padStart(2, '0')}-${part.slug}`,
      href: `${href}/${lesson.slug}`,
    })),
  }));
  return { ...parsed.data, href, modules };
};

const courses = [
  buildCourse(systemDesignMastery, 'content/courses/system-design-mastery/course.json'),
] as const;

export const listCourses = (): readonly Course[] => courses;

export const findCourse = (slug: string) => courses.find((course) => course.slug === slug);

export const listLessons = (course: Course) => course.modules.flatMap((part) => part.lessons);

export const listPublishedLessons = (course: Course) =>
  listLessons(course).filter((lesson) => lesson.status === 'published');

/** The published lesson with this slug; planned ones have no page. */
export const findLesson = (course: Course, slug: string) =>
  listPublishedLessons(course).find((lesson) => lesson.slug === slug);

/** Whether a path of this site, with or without an anchor, is that of a lesson without text. */
export const isPlannedPath = (path: string) =>
  courses.some((course) =>
    listLessons(course).some((lesson) => lesson.status === 'planned' && lesson.href === path.split('#')[0]),
  );

/** The published lessons before and after this one, across modules. */
export const neighboursOf = (course: Course, lesson: Lesson) => {
  const lessons = listPublishedLessons(course);
  const at = lessons.findIndex((other) => other.slug === lesson.slug);
  return { previous: lessons[at - 1], next: lessons[at + 1] };
};
