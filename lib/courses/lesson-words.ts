import { createHash } from 'node:crypto';
import type { Nodes } from 'mdast';
import { anchorsOf } from './check/anchors';
import { textAttribute, type LessonSource } from './check/lesson-source';
import { toElement } from './check/parse-lesson';
import { formatQuantity } from './format-quantity';
import { questionId } from './mdx/question-id';
import { getNumber } from './reference/numbers';

/** What a lesson says, for finding words in it again. */
export type LessonWords = {
  /** Letters and digits of the whole text, in its order. */
  letters: string;
  /** SHA-256 of them: another digest is another text. */
  digest: string;
  /** All that has an id on the page, with its words. */
  headings: ReadonlyMap<string, string>;
};

/** Letters and digits alone, so that neither a new line break nor a comma makes another text of it. */
export const lettersOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** Checks change while one answers them, so readers cannot quote them. */
const silent = new Set(['Check', 'Order', 'Blank', 'Estimate']);
/** Attributes that a component shows before its children. */
const shown = ['title', 'question', 'caption'];

const numberWords = (id: string) => {
  const { value, unit } = getNumber(id);
  return formatQuantity(value, unit);
};

const wordsOf = (node: Nodes): string => {
  const isElement = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
  if (isElement && silent.has(node.name ?? '')) return '';
  if (isElement && node.name === 'Num') return numberWords(textAttribute(toElement(node), 'id'));
  if (isElement && node.name === 'Server') return textAttribute(toElement(node), 'name');
  const own = isElement ? shown.map((name) => textAttribute(toElement(node), name)).join(' ') : '';
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  return 'children' in node ? `${own} ${node.children.map(wordsOf).join('')} ` : own;
};

export const lessonWordsOf = (lesson: LessonSource): LessonWords => {
  const letters = lettersOf(wordsOf(lesson.tree));
  return {
    letters,
    digest: createHash('sha256').update(letters).digest('base64url'),
    headings: new Map(anchorsOf(lesson).map(({ words }) => [questionId(words), words])),
  };
};

/** Whether the text still has these words, one after the other. A passage without any letter has nothing to compare. */
export const holdsWords = ({ letters }: LessonWords, passage: string) => letters.includes(lettersOf(passage));
