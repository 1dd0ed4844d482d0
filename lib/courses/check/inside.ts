import type { Nodes } from 'mdast';
import type { LessonElement } from './lesson-source';
import { plainText, toElement } from './parse-lesson';

const isElement = (node: Nodes) => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** Components named `name` inside another, through the paragraphs that Markdown makes around them. */
export const elementsIn = ({ children }: Pick<LessonElement, 'children'>, name: string): LessonElement[] =>
  children.flatMap((child) => {
    if (isElement(child) && child.name === name) return [toElement(child)];
    return 'children' in child ? elementsIn({ children: child.children }, name) : [];
  });

const wordsOf = (nodes: readonly Nodes[], except: string | null): string =>
  nodes
    .map((node): string => {
      if (isElement(node) && node.name === except) return '';
      if (node.type === 'code' || node.type === 'inlineCode') return node.value;
      return 'children' in node ? wordsOf(node.children, except) : plainText(node);
    })
    .join('')
    .trim();

export const hasWords = ({ children }: LessonElement) => wordsOf(children, null) !== '';

/** The words inside that do not belong to a component named `name`. */
export const wordsBeside = ({ children }: LessonElement, name: string) => wordsOf(children, name);

/** Components named `name` that stand in a paragraph with other words: there they cannot become parts of their parent. */
export const elementsAmongWords = (element: Pick<LessonElement, 'children'>, name: string): LessonElement[] =>
  element.children.flatMap((child) => {
    if (child.type !== 'paragraph') return [];
    return wordsOf(child.children, name) === '' ? [] : elementsIn(child, name);
  });
