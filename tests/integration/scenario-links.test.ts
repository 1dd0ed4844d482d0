import { expect, it } from 'vitest';
import { loadCatalogue } from '@/labs/scenarios/catalogue';
import { findCourse, listPublishedLessons } from '@/lib/courses/course';

const course = findCourse('system-design-mastery');
const published = course ? listPublishedLessons(course) : [];

it('every scenario leads to a lesson that is written', () => {
  const lessons = published.map((lesson) => `system-design-mastery/${lesson.slug}`);
  for (const scenario of loadCatalogue()) expect(lessons).toContain(scenario.lesson);
});

it('every lab that a lesson names exists', () => {
  const slugs = loadCatalogue().map((scenario) => scenario.slug);
  for (const lesson of published) for (const lab of lesson.labs ?? []) expect(slugs).toContain(lab);
});
