import type { Nodes, RootContent } from 'mdast';
import { parseLesson, toElement } from '@/lib/courses/check/parse-lesson';
import { textAttribute } from '@/lib/courses/check/lesson-source';
import type { Lesson } from '@/lib/courses/course';
import { formatQuantity } from '@/lib/courses/format-quantity';
import { questionId } from '@/lib/courses/mdx/question-id';
import { formatProblem } from '@/lib/courses/problem';
import { getNumber } from '@/lib/courses/reference/numbers';
import type { SearchDocument } from './search-document';

/** Code is found by the words around it; questions have documents of their own; a check would give its answer away. */
const silent = new Set(['ModelAnswer', 'Check', 'Order', 'Blank', 'Estimate']);

const inline = new Set(['text', 'inlineCode', 'emphasis', 'strong', 'link', 'delete', 'mdxJsxTextElement']);

const numberWords = (id: string) => {
  const { value, unit } = getNumber(id);
  return formatQuantity(value, unit);
};

/** What a reader would read aloud, in one line. */
const words = (node: Nodes): string => {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'code':
    case 'mdxjsEsm':
    case 'mdxFlowExpression':
      return ' ';
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      if (silent.has(node.name ?? '')) return ' ';
      if (node.name === 'Num') return numberWords(textAttribute(toElement(node), 'id'));
  }
  if (!('children' in node)) return ' ';
  const text = node.children.map(words).join('');
  return inline.has(node.type) ? text : ` ${text} `;
};

const tidy = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?)])/g, '$1')
    .trim();

/** Sections that lead elsewhere, or whose questions are found by themselves. */
const skipped = new Set(['check-yourself', 'further-reading']);

type Section = { title: string; id: string; text: string };

const sectionsOf = (children: readonly RootContent[]): Section[] => {
  const sections: Section[] = [{ title: '', id: '', text: '' }];
  for (const node of children) {
    if (node.type === 'heading') {
      const title = tidy(words(node));
      sections.push({ title, id: questionId(title), text: '' });
      continue;
    }
    const section = sections.at(-1);
    if (section) section.text += words(node);
  }
  return sections.map((section) => ({ ...section, text: tidy(section.text) }));
};

/** The lesson itself, its sections and its interview questions. Throws an Error that names file and line when it is not MDX. */
export const lessonDocuments = (
  lesson: Lesson,
  moduleTitle: string,
  source: { text: string; file: string },
): SearchDocument[] => {
  const parsed = parseLesson(source.text, source.file, source.file);
  if ('message' in parsed) throw new Error(formatProblem(parsed));
  const place = lesson.shortTitle ?? lesson.title;
  const { href } = lesson;
  const sections = sectionsOf(parsed.tree.children).filter(
    ({ id, text }) => id !== '' && text !== '' && !skipped.has(id),
  );
  const answers = parsed.elements.filter(({ name }) => name === 'ModelAnswer');
  return [
    { href, kind: 'lesson', title: lesson.title, place: moduleTitle, text: lesson.summary },
    ...sections.map(({ title, id, text }): SearchDocument => ({
      href: `${href}#${id}`,
      kind: 'section',
      title,
      place,
      text,
    })),
    ...answers.map((element): SearchDocument => {
      const title = textAttribute(element, 'question');
      const text = tidy(element.children.map(answerWords).join(' '));
      return { href: `${href}#${questionId(title)}`, kind: 'interview', title, place, text };
    }),
  ];
};

/** The words of an answer, with the questions that follow it. */
const answerWords = (node: Nodes): string => {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return words(node);
  return `${textAttribute(toElement(node), 'question')} ${words(node)}`;
};
