import type { Course } from '@/lib/courses/course';

type LabFacts = { slug: string; title: string; minutes: number };

/** What progress is measured against. `key` is `course/lesson`; planned lessons are not in it. */
export type LessonFacts = { key: string; title: string; href: string; labs: LabFacts[] };
export type ModuleFacts = { number: number; title: string; planned: number; lessons: LessonFacts[] };

/** The published part of a course, with those of its labs that exist. */
export const courseFacts = (course: Course, labs: readonly LabFacts[]): ModuleFacts[] =>
  course.modules.map((part) => {
    const published = part.lessons.filter((lesson) => lesson.status === 'published');
    return {
      number: part.number,
      title: part.title,
      planned: part.lessons.length - published.length,
      lessons: published.map((lesson) => ({
        key: `${lesson.course}/${lesson.slug}`,
        title: lesson.shortTitle ?? lesson.title,
        href: lesson.href,
        labs: lesson.labs.flatMap((slug) => {
          const lab = labs.find((one) => one.slug === slug);
          return lab ? [{ slug, title: lab.title, minutes: lab.minutes }] : [];
        }),
      })),
    };
  });
