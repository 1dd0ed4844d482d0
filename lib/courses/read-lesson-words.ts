import 'server-only';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseLesson } from './check/parse-lesson';
import { findCourse, findLesson } from './course';
import { lessonFile } from './lesson-file';
import { lessonWordsOf, type LessonWords } from './lesson-words';
import { formatProblem } from './problem';
import { contentRoot } from './reference/content-root';

const kept = new Map<string, { mtimeMs: number; words: LessonWords }>();

/** What a published lesson says now; null when there is no such lesson. Read once, and again when its file changes. */
export const readLessonWords = async (key: {
  course: string;
  lesson: string;
}): Promise<LessonWords | null> => {
  const course = findCourse(key.course);
  const lesson = course && findLesson(course, key.lesson);
  if (!lesson) return null;
  const name = lessonFile(lesson);
  const file = path.join(contentRoot(), '..', name);
  const { mtimeMs } = await stat(file);
  const known = kept.get(name);
  if (known?.mtimeMs === mtimeMs) return known.words;
  const parsed = parseLesson(await readFile(file, 'utf8'), name, file);
  if ('message' in parsed) throw new Error(formatProblem(parsed));
  const words = lessonWordsOf(parsed);
  kept.set(name, { mtimeMs, words });
  return words;
};
