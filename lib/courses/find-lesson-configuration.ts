import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Balancer } from '@/labs/protocol/names';
import { findLesson, listCourses, type Lesson } from './course';
import { configFile } from './lesson-configuration';
import { contentRoot } from './reference/content-root';

export type LessonConfiguration = {
  lesson: Pick<Lesson, 'title' | 'href'>;
  balancer: Balancer;
  text: string;
};

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/**
 * The configuration that a published lesson shows, by `<lesson>/configs/<name>.conf|cfg`. The reference comes from an address
 * that anyone can write: it only chooses among files of the content, and nothing of it is passed on.
 */
export async function findLessonConfiguration(reference: string): Promise<LessonConfiguration | null> {
  const [slug = '', ...rest] = reference.split('/');
  const config = configFile(rest.join('/'));
  const lesson = listCourses()
    .map((course) => findLesson(course, slug))
    .find((one) => one !== undefined);
  if (!lesson || !config) return null;
  const file = path.join(contentRoot(), 'courses', lesson.course, lesson.folder, config.file);
  try {
    const { title, href } = lesson;
    return { lesson: { title, href }, balancer: config.balancer, text: await readFile(file, 'utf8') };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
