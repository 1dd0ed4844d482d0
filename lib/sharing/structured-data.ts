import type { Course, Lesson } from '@/lib/courses/course';
import { listPublishedLessons } from '@/lib/courses/course';

type Thing = { readonly [name: string]: string | number | boolean | Thing | readonly (Thing | string)[] };

const context = 'https://schema.org';
const provider = (address: string): Thing => ({
  '@type': 'Organization',
  name: 'System Design Mastery',
  url: `${address}/`,
});

const aboutCourse = (course: Course, address: string): Thing => ({
  '@type': 'Course',
  '@id': `${address}${course.href}`,
  name: course.title,
  description: course.summary,
  url: `${address}${course.href}`,
  provider: provider(address),
});

/** A course with its published lessons, for search engines (schema.org). */
export const describeCourse = (course: Course, address: string): Thing => ({
  '@context': context,
  ...aboutCourse(course, address),
  inLanguage: 'en',
  isAccessibleForFree: true,
  hasPart: listPublishedLessons(course).map((lesson) => ({
    '@type': 'LearningResource',
    name: lesson.title,
    url: `${address}${lesson.href}`,
  })),
});

export type LessonFacts = { updated: string; minutes: number; goals: readonly string[] };

/** A lesson and the way to it. */
export const describeLesson = (
  course: Course,
  lesson: Lesson,
  { updated, minutes, goals }: LessonFacts,
  address: string,
): Thing => {
  const url = `${address}${lesson.href}`;
  const part = course.modules[lesson.module - 1];
  const way = [
    { name: course.title, item: `${address}${course.href}` },
    ...(part ? [{ name: part.title, item: `${address}${course.href}#module-${part.number}` }] : []),
    { name: lesson.title, item: url },
  ];
  return {
    '@context': context,
    '@graph': [
      {
        '@type': ['LearningResource', 'TechArticle'],
        '@id': url,
        url,
        name: lesson.title,
        headline: lesson.title,
        description: lesson.summary,
        image: `${url}/picture.png`,
        dateModified: updated,
        timeRequired: `PT${minutes}M`,
        inLanguage: 'en',
        isAccessibleForFree: true,
        learningResourceType: 'Lesson',
        teaches: goals,
        author: provider(address),
        isPartOf: aboutCourse(course, address),
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: way.map((step, index) => ({ '@type': 'ListItem', position: index + 1, ...step })),
      },
    ],
  };
};

/** JSON that no script element can be left through. */
export const toInlineJson = (thing: Thing): string => JSON.stringify(thing).replaceAll('<', '\\u003c');
