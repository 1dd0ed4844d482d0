import type { ScenarioBrief } from '@/labs/protocol/scenario-brief';
import {
  findCourse,
  findLesson,
  listCourses,
  listLessons,
  listPublishedLessons,
  type Module,
} from '@/lib/courses/course';
import { readScenarios } from '@/lib/labs/catalogue';
import { labCourse } from './place-links';
import type { LessonKey } from './question';

export type ModuleTag = { slug: string; title: string };

/** Where a question hangs, in words. `href` null: the lesson or lab has no page any more. */
export type Place = { title: string; href: string | null; module: ModuleTag | null };

const labTitle = (title: string) => `Lab: ${title}`;

const findModule = (courseSlug: string, lessonSlug: string): Module | undefined =>
  findCourse(courseSlug)?.modules.find(({ lessons }) => lessons.some(({ slug }) => slug === lessonSlug));

/** A scenario names its lesson by path or by `course/lesson`; the lab belongs to that lesson's module. */
const moduleOfLab = ({ lesson }: ScenarioBrief) => {
  const [course = '', slug = ''] = lesson.replace(/^\/courses\//, '').split('/');
  return findModule(course, slug);
};

const tagOf = (part: Module | undefined): ModuleTag | null =>
  part ? { slug: part.slug, title: part.title } : null;

/** What is gone keeps its slug as its name. */
export const lessonPlace = ({ course, lesson }: LessonKey): Place => {
  if (course === labCourse) {
    const lab = readScenarios().find(({ slug }) => slug === lesson);
    return lab
      ? { title: labTitle(lab.title), href: `/labs/${lesson}`, module: tagOf(moduleOfLab(lab)) }
      : { title: labTitle(lesson), href: null, module: null };
  }
  const found = findCourse(course);
  const place = found && listLessons(found).find(({ slug }) => slug === lesson);
  if (!place) return { title: lesson, href: null, module: null };
  return {
    title: place.shortTitle ?? place.title,
    href: place.status === 'published' ? place.href : null,
    module: tagOf(findModule(course, lesson)),
  };
};

/** Whether questions can be asked there: a published lesson, or a lab. */
export const isPlace = ({ course, lesson }: LessonKey): boolean => {
  if (course === labCourse) return readScenarios().some(({ slug }) => slug === lesson);
  const found = findCourse(course);
  return found !== undefined && findLesson(found, lesson) !== undefined;
};

const labsOf = (part: Module) =>
  readScenarios().filter((scenario) => moduleOfLab(scenario)?.slug === part.slug);

/** The lessons and labs of a module by its slug. Null: there is no such module. */
export const lessonsOfModule = (slug: string): LessonKey[] | null => {
  for (const course of listCourses()) {
    const part = course.modules.find((module) => module.slug === slug);
    if (!part) continue;
    return [
      ...part.lessons.map((lesson) => ({ course: course.slug, lesson: lesson.slug })),
      ...labsOf(part).map((lab) => ({ course: labCourse, lesson: lab.slug })),
    ];
  }
  return null;
};

/** Modules with what can be asked about, for choosing. `key` is `course/lesson`, or `labs/scenario`. */
export const listPlaces = () =>
  listCourses().flatMap((course) =>
    course.modules.map((part) => ({
      slug: part.slug,
      title: `${part.number}. ${part.title}`,
      lessons: [
        ...listPublishedLessons(course)
          .filter((lesson) => lesson.module === part.number)
          .map((lesson) => ({
            key: `${course.slug}/${lesson.slug}`,
            title: lesson.shortTitle ?? lesson.title,
          })),
        ...labsOf(part).map((lab) => ({ key: `${labCourse}/${lab.slug}`, title: labTitle(lab.title) })),
      ],
    })),
  );
