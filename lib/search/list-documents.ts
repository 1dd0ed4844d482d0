import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { listCourses, listPublishedLessons } from '@/lib/courses/course';
import { formatQuantity } from '@/lib/courses/format-quantity';
import { lessonFile } from '@/lib/courses/lesson-file';
import { contentRoot } from '@/lib/courses/reference/content-root';
import { listTerms } from '@/lib/courses/reference/glossary';
import { listNumbers } from '@/lib/courses/reference/numbers';
import { listScenarios } from '@/lib/labs/catalogue';
import { lessonDocuments } from './lesson-documents';
import type { SearchDocument } from './search-document';

let listed: Promise<readonly SearchDocument[]> | undefined;

/** Everything that can be found, read once a process. */
export const listSearchDocuments = (): Promise<readonly SearchDocument[]> => {
  listed ??= collect().catch((error: unknown) => {
    listed = undefined;
    throw error;
  });
  return listed;
};

async function collect(): Promise<SearchDocument[]> {
  const lessons = listCourses().flatMap((course) =>
    listPublishedLessons(course).map(async (lesson) => {
      const file = lessonFile(lesson);
      const text = await readFile(path.join(contentRoot(), '..', file), 'utf8');
      const title = course.modules[lesson.module - 1]?.title ?? course.title;
      return lessonDocuments(lesson, `Module ${lesson.module}: ${title}`, { text, file });
    }),
  );
  const labs = (await listScenarios()).map(({ slug, title, summary, goals, tasks }): SearchDocument => ({
    href: `/labs/${slug}`,
    kind: 'lab',
    title,
    place: 'Lab',
    text: [summary, ...goals, ...tasks.map((task) => `${task.title}.`)].join(' '),
  }));
  const terms = listTerms().map(({ term, slug, definition }): SearchDocument => ({
    href: `/glossary#${slug}`,
    kind: 'term',
    title: term,
    place: 'Glossary',
    text: definition,
  }));
  const numbers = listNumbers().map(({ id, label, value, unit, source }): SearchDocument => ({
    href: `/numbers#${id}`,
    kind: 'number',
    title: label,
    place: 'Numbers',
    text: `${formatQuantity(value, unit)}. Source: ${source.title}.`,
  }));
  return [...(await Promise.all(lessons)).flat(), ...labs, ...terms, ...numbers];
}
