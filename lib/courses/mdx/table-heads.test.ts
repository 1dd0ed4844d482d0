import { toHtml } from 'hast-util-to-html';
import type { Root } from 'hast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import tableHeads from './table-heads.mjs';

const convert = (markdown: string) => {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype);
  const tree: Root = processor.runSync(processor.parse(markdown));
  tableHeads()(tree);
  return toHtml(tree).replaceAll('\n', '');
};

describe('the heads of a table', () => {
  it('name the rows, too, when the corner is empty', () => {
    expect(convert('| | a | b |\n|---|---|---|\n| r | 1 | 2 |\n| s | 3 | 4 |')).toBe(
      '<table><thead><tr><td></td><th>a</th><th>b</th></tr></thead>' +
        '<tbody><tr><th scope="row">r</th><td>1</td><td>2</td></tr>' +
        '<tr><th scope="row">s</th><td>3</td><td>4</td></tr></tbody></table>',
    );
  });

  it('name the columns alone when the first has a name', () => {
    expect(convert('| n | a |\n|---|---|\n| r | 1 |')).toBe(
      '<table><thead><tr><th>n</th><th>a</th></tr></thead><tbody><tr><td>r</td><td>1</td></tr></tbody></table>',
    );
  });
});
