import path from 'node:path';
import GithubSlugger from 'github-slugger';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Problem } from '../problem';
import {
  lineOf,
  type Fence,
  type Heading,
  type LessonElement,
  type LessonSource,
  type Literal,
} from './lesson-source';
import { literalOfProgram, readModuleCode, type Head } from './literals';

/** The parser that the build uses, without what comes after it. */
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/** The text of a heading as rehype-slug will see it. */
export const plainText = (node: Nodes): string => {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
};

export const walk = (node: Nodes, visit: (node: Nodes, parent: Nodes | null) => void) => {
  const step = (at: Nodes, parent: Nodes | null) => {
    visit(at, parent);
    if ('children' in at) for (const child of at.children) step(child, at);
  };
  step(node, null);
};

export const toElement = (
  node: Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>,
): LessonElement => {
  const attributes = new Map<string, Literal>();
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    const { value } = attribute;
    if (value === null || value === undefined) attributes.set(attribute.name, true);
    else
      attributes.set(
        attribute.name,
        typeof value === 'string' ? value : literalOfProgram(value.data?.estree),
      );
  }
  return { name: node.name ?? '', line: lineOf(node), attributes, children: node.children };
};

/** Where a parser gave up, if it says so. */
const toProblem = (error: unknown, file: string): Problem => {
  const read = (name: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  const line = read('line');
  const reason = read('reason');
  return {
    file,
    line: typeof line === 'number' ? line : 1,
    message: `This is not MDX: ${typeof reason === 'string' ? reason : String(error)}`,
  };
};

/** Parses a lesson; `file` as people know it, `place` its absolute path. */
export const parseLesson = (text: string, file: string, place: string): LessonSource | Problem => {
  let tree: Root;
  try {
    tree = parser.parse(text);
  } catch (error) {
    return toProblem(error, file);
  }
  const slugger = new GithubSlugger();
  const head: Head = { exports: new Map(), imports: [] };
  const headings: Heading[] = [];
  const elements: LessonElement[] = [];
  const fences: Fence[] = [];
  const links: { url: string; line: number }[] = [];
  const images: { alt: string; line: number }[] = [];
  walk(tree, (node, parent) => {
    const line = lineOf(node);
    switch (node.type) {
      case 'mdxjsEsm':
        return readModuleCode(node.data?.estree, line, head);
      case 'heading': {
        const words = plainText(node);
        const id = slugger.slug(words);
        return void headings.push({
          depth: node.depth,
          text: words.trim(),
          id,
          line,
          isNested: parent !== tree,
        });
      }
      case 'code':
        return void fences.push({ language: node.lang ?? '', meta: node.meta ?? '', text: node.value, line });
      case 'link':
      case 'definition':
        return void links.push({ url: node.url, line });
      case 'image':
      case 'imageReference':
        return void images.push({ alt: node.alt?.trim() ?? '', line });
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const element = toElement(node);
        const href = element.attributes.get('href');
        if (element.name === 'a' && typeof href === 'string') links.push({ url: href, line });
        return void elements.push(element);
      }
    }
  });
  return {
    file,
    folder: path.dirname(place),
    slug: path.basename(place, '.mdx'),
    tree,
    ...head,
    headings,
    elements,
    fences,
    links,
    images,
  };
};
