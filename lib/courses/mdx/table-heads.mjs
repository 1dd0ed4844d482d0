/** @typedef {{ type?: string, tagName?: string, properties?: Record<string, unknown>, children?: Node[] }} Node */

/** @param {Node} node @param {string[]} names */
const cellsOf = (node, names) =>
  (node.children ?? []).filter(({ tagName }) => tagName !== undefined && names.includes(tagName));

/** @param {Node} table */
const rowsOf = (table) => ({
  head: cellsOf(table, ['thead']).flatMap((part) => cellsOf(part, ['tr'])),
  body: cellsOf(table, ['tbody']).flatMap((part) => cellsOf(part, ['tr'])),
});

/** @param {Node} node */
const visit = (node) => {
  for (const child of node.children ?? []) visit(child);
  if (node.tagName !== 'table') return;
  const { head, body } = rowsOf(node);
  const corners = head.flatMap((row) => cellsOf(row, ['th']).slice(0, 1));
  if (corners.length === 0 || corners.some(({ children }) => children && children.length > 0)) return;
  for (const corner of corners) corner.tagName = 'td';
  for (const row of body) {
    const [first] = cellsOf(row, ['td']);
    if (first) Object.assign(first, { tagName: 'th', properties: { ...first.properties, scope: 'row' } });
  }
};

/**
 * Rehype plugin: in a table whose corner is empty the first column names the rows, and a screen reader says that name with
 * every cell. Markdown has no words for it.
 */
export default function tableHeads() {
  return visit;
}
