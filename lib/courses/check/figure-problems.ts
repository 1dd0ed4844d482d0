import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type { Problem } from '../problem';

const wanted = ['title', 'description'];

const isEmpty = (value: ts.JsxAttributeValue | undefined) => {
  if (value === undefined) return true;
  const text = ts.isJsxExpression(value) ? value.expression : value;
  return text === undefined || (ts.isStringLiteralLike(text) && text.text.trim() === '');
};

/** What a `<Diagram>` in the source of a figure lacks for those who do not see it. */
export const problemsInFigure = (text: string, file: string): Problem[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX);
  const problems: Problem[] = [];
  const visit = (node: ts.Node) => {
    const isOpening = ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node);
    if (isOpening && ts.isIdentifier(node.tagName) && node.tagName.text === 'Diagram') {
      const line = source.getLineAndCharacterOfPosition(node.tagName.pos).line + 1;
      for (const name of wanted) {
        const attribute = node.attributes.properties.find(
          (one) => ts.isJsxAttribute(one) && ts.isIdentifier(one.name) && one.name.text === name,
        );
        if (!attribute || !ts.isJsxAttribute(attribute) || isEmpty(attribute.initializer))
          problems.push({ file, line, message: `This Diagram has no ${name} for those who do not see it.` });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return problems;
};

/** All figures of a module; `folder` is absolute, `name` as people know it. */
export const problemsInFigures = (folder: string, name: string): Problem[] => {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith('.tsx') && !entry.name.includes('.test.'),
  );
  return entries.flatMap((entry) =>
    problemsInFigure(readFileSync(path.join(folder, entry.name), 'utf8'), `${name}/${entry.name}`),
  );
};
