import type { ComponentType } from 'react';
import type { lessonComponents } from './mdx/lesson-components';
import { z } from 'zod';
import type { Lesson } from './course';
import { LessonExports } from './course-schema';
import { lessonFile } from './lesson-file';

/** Components that a page gives in place of the usual ones. */
type TextProps = { components?: Partial<typeof lessonComponents> };

const LessonModule = LessonExports.extend({
  default: z.custom<ComponentType<TextProps>>((value) => typeof value === 'function'),
});

/** A published lesson's compiled text with its outline. Throws an Error that names the file when it is missing or malformed. */
export const loadLessonText = async (lesson: Lesson) => {
  const loaded: unknown = await import(
    `@/content/courses/${lesson.course}/${lesson.folder}/${lesson.slug}.mdx`
  );
  const parsed = LessonModule.safeParse(loaded);
  if (!parsed.success)
    throw new Error(`${lessonFile(lesson)} is not a lesson: ${z.prettifyError(parsed.error)}`);
  const { default: Text, ...about } = parsed.data;
  return { Text, ...about };
};
