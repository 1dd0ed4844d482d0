import type { Nodes, Root, RootContent } from 'mdast';
import type { Problem } from '../problem';

/** A literal in the source; `undefined` stands for an expression that only a browser could work out. */
export type Literal = string | number | boolean | readonly Literal[] | undefined;
export type Valued = { value: Literal; line: number };

/** A component with its attributes; `<Option correct>` has `correct: true`. */
export type LessonElement = {
  name: string;
  line: number;
  attributes: ReadonlyMap<string, Literal>;
  children: readonly Nodes[];
};

export type Heading = { depth: number; text: string; id: string; line: number; isNested: boolean };
export type Fence = { language: string; meta: string; text: string; line: number };
export type Link = { url: string; line: number };

/** What the rules look at, gathered from one parse. Lists are in the order of the text. */
export type LessonSource = {
  /** `content/courses/<course>/<module>/<lesson>.mdx` */
  file: string;
  /** Absolute folder of the file. */
  folder: string;
  slug: string;
  tree: Root;
  exports: ReadonlyMap<string, Valued>;
  imports: readonly { names: readonly string[]; from: string; line: number }[];
  headings: readonly Heading[];
  elements: readonly LessonElement[];
  fences: readonly Fence[];
  links: readonly Link[];
  images: readonly { alt: string; line: number }[];
};

export const lineOf = (node: Nodes | RootContent) => node.position?.start.line ?? 1;

export const problemAt = ({ file }: LessonSource, line: number, message: string): Problem => ({
  file,
  line,
  message,
});

/** An attribute's text; '' when it is absent, empty or not a text. */
export const textAttribute = ({ attributes }: LessonElement, name: string): string => {
  const value = attributes.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

export const numberAttribute = ({ attributes }: LessonElement, name: string): number | undefined => {
  const value = attributes.get(name);
  return typeof value === 'number' ? value : undefined;
};

export const elementsNamed = ({ elements }: LessonSource, ...names: string[]) =>
  elements.filter(({ name }) => names.includes(name));
