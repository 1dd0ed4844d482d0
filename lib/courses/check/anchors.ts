import { slug } from 'github-slugger';
import { elementsNamed, textAttribute, type LessonSource } from './lesson-source';

const asking = ['Check', 'Order', 'Blank', 'Estimate', 'ModelAnswer'];

/** All that gets an id on the lesson's page: headings, and questions by their words. */
export const anchorsOf = (lesson: LessonSource) => [
  ...lesson.headings.map(({ text, line }) => ({ words: text, line })),
  ...elementsNamed(lesson, ...asking).flatMap((element) => {
    const words = textAttribute(element, 'question');
    return words === '' ? [] : [{ words, line: element.line }];
  }),
];

export const hasAnchor = (lesson: LessonSource, id: string) =>
  anchorsOf(lesson).some(({ words }) => slug(words) === id);
