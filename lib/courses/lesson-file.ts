import type { Lesson } from './course';

/** Path of a lesson's text in the repository. */
export const lessonFile = ({ course, folder, slug }: Lesson) =>
  `content/courses/${course}/${folder}/${slug}.mdx`;
