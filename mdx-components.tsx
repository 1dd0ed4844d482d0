import { lessonComponents } from '@/lib/courses/mdx/lesson-components';

/** Next looks for this file by its name. */
export const useMDXComponents = () => lessonComponents;
