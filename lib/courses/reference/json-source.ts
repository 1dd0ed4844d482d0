import { parseExpressionAt, type Expression, type SpreadElement } from 'acorn';
import type { z } from 'zod';
import type { Problem } from '../problem';

export type JsonSource = {
  value: unknown;
  /** Line of the value at a path such as `0.slug`. */ lines: Map<string, number>;
};

/** JSON is a subset of JavaScript's expressions, and acorn says where each part stands. */
const collectLines = (node: Expression | SpreadElement, path: string, lines: Map<string, number>) => {
  lines.set(path, node.loc?.start.line ?? 1);
  const below = (key: string) => (path === '' ? key : `${path}.${key}`);
  if (node.type === 'ArrayExpression')
    for (const [index, element] of node.elements.entries())
      if (element) collectLines(element, below(String(index)), lines);
  if (node.type !== 'ObjectExpression') return;
  for (const property of node.properties)
    if (property.type === 'Property' && property.key.type === 'Literal')
      collectLines(property.value, below(String(property.key.value)), lines);
};

const lineOfError = (error: unknown, text: string) => {
  if (typeof error !== 'object' || error === null) return 1;
  const loc: unknown = Reflect.get(error, 'loc');
  const line: unknown = typeof loc === 'object' && loc !== null ? Reflect.get(loc, 'line') : undefined;
  if (typeof line === 'number') return line;
  const position = /position (\d+)/.exec(String(error))?.[1];
  return position === undefined ? 1 : text.slice(0, Number(position)).split('\n').length;
};

/** Parses JSON and keeps the line of every value in it. */
export const readJson = (text: string, file: string): JsonSource | Problem => {
  try {
    const lines = new Map<string, number>();
    collectLines(parseExpressionAt(text, 0, { ecmaVersion: 'latest', locations: true }), '', lines);
    const value: unknown = JSON.parse(text);
    return { value, lines };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return { file, line: lineOfError(error, text), message: `This is not JSON: ${words}` };
  }
};

/** The line of the innermost value on the way that the source has: a missing property stands where its object begins. */
export const lineAt = ({ lines }: JsonSource, path: readonly PropertyKey[]): number => {
  for (let length = path.length; length >= 0; length -= 1) {
    const line = lines.get(path.slice(0, length).map(String).join('.'));
    if (line !== undefined) return line;
  }
  return 1;
};

/** `at`: the path of the parsed value in the source. */
export const issuesToProblems = (
  error: z.ZodError,
  source: JsonSource,
  file: string,
  at: readonly PropertyKey[] = [],
): Problem[] =>
  error.issues.map((issue) => ({
    file,
    line: lineAt(source, [...at, ...issue.path]),
    message: issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message,
  }));
