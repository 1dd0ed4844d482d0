import type { Nodes } from 'mdast';
import { plainText } from '../parse-lesson';
import { problemAt } from '../lesson-source';
import type { Rule } from '../world';

/** Words that a reader reads for an hour are not what a lesson is. */
export const proseWords = { least: 900, most: 1800 } as const;

const notProse = ['ModelAnswer', 'Check', 'Order', 'Blank', 'Estimate'];
const lastSections = ['Interview mastery', 'Check yourself', 'Further reading'];

/** Text and tables count; code, model answers and checks do not. */
const countWords = (node: Nodes): number => {
  if (node.type === 'text' || node.type === 'inlineCode')
    return node.value.split(/\s+/).filter(Boolean).length;
  if (node.type === 'mdxJsxFlowElement' && notProse.includes(node.name ?? '')) return 0;
  return 'children' in node ? node.children.reduce((sum, child) => sum + countWords(child), 0) : 0;
};

/** The text before the interview part is as long as a lesson should be. */
export const checkLength: Rule = (lesson) => {
  const { children } = lesson.tree;
  const end = children.findIndex(
    (node) => node.type === 'heading' && node.depth === 2 && lastSections.includes(plainText(node).trim()),
  );
  const words = (end < 0 ? children : children.slice(0, end)).reduce(
    (sum, node) => sum + countWords(node),
    0,
  );
  if (words >= proseWords.least && words <= proseWords.most) return [];
  const message = `The text before the interview part has ${words} words; a lesson has ${proseWords.least} to ${proseWords.most}.`;
  return [problemAt(lesson, lesson.headings[0]?.line ?? 1, message)];
};
