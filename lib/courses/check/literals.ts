import type { Expression, Pattern, Program, SpreadElement } from 'estree';
import type { LessonSource, Literal, Valued } from './lesson-source';

/** What a literal expression says, without running it. */
export const literalOf = (node: Expression | SpreadElement | null | undefined): Literal => {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ||
        typeof node.value === 'number' ||
        typeof node.value === 'boolean'
        ? node.value
        : undefined;
    case 'TemplateLiteral':
      return node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? undefined) : undefined;
    case 'UnaryExpression': {
      const value = literalOf(node.argument);
      return node.operator === '-' && typeof value === 'number' ? -value : undefined;
    }
    case 'ArrayExpression':
      return node.elements.map(literalOf);
    default:
      return undefined;
  }
};

/** `{3500}` of an attribute or of the text. */
export const literalOfProgram = (program: Program | null | undefined): Literal => {
  const [statement] = program?.body ?? [];
  return statement?.type === 'ExpressionStatement' ? literalOf(statement.expression) : undefined;
};

const nameOf = (pattern: Pattern) => (pattern.type === 'Identifier' ? pattern.name : undefined);

export type Head = { exports: Map<string, Valued>; imports: LessonSource['imports'][number][] };

/** Adds the imports and exported constants of an `mdxjsEsm` node that begins at `line`. */
export const readModuleCode = (program: Program | null | undefined, line: number, head: Head) => {
  for (const statement of program?.body ?? []) {
    const at = statement.loc?.start.line ?? line;
    if (statement.type === 'ImportDeclaration' && typeof statement.source.value === 'string') {
      const names = statement.specifiers.map(({ local }) => local.name);
      head.imports.push({ names, from: statement.source.value, line: at });
    }
    if (statement.type !== 'ExportNamedDeclaration') continue;
    if (statement.declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declaration.declarations) {
      const name = nameOf(id);
      if (name !== undefined) head.exports.set(name, { value: literalOf(init), line: at });
    }
  }
};
