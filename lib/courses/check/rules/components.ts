import { existsSync } from 'node:fs';
import path from 'node:path';
import { componentNames } from '../../mdx/component-names';
import { problemAt } from '../lesson-source';
import type { Rule } from '../world';

const global: ReadonlySet<string> = new Set(componentNames);

/** A component is one that lessons know, or one that the lesson imports from a file that exists. */
export const checkComponents: Rule = (lesson) => {
  const imported = new Set(lesson.imports.flatMap(({ names }) => names));
  const unknown = lesson.elements.filter(
    ({ name }) => /^[A-Z]/.test(name) && !global.has(name) && !imported.has(name),
  );
  const missing = lesson.imports.filter(
    ({ from }) =>
      from.startsWith('.') &&
      !['', '.tsx', '.ts'].some((ending) => existsSync(path.join(lesson.folder, from + ending))),
  );
  return [
    ...unknown.map(({ name, line }) =>
      problemAt(lesson, line, `<${name}> is neither a component of lessons nor imported.`),
    ),
    ...missing.map(({ from, line }) => problemAt(lesson, line, `There is no file ${from}.tsx.`)),
  ];
};
