/** @typedef {{ type?: string, tagName?: string, properties?: Record<string, unknown>, children?: Node[] }} Node */

/** @param {Node} node */
const visit = (node) => {
  const align = node.properties?.align;
  if (node.properties && typeof align === 'string') {
    delete node.properties.align;
    node.properties.className = [`align-${align}`];
  }
  for (const child of node.children ?? []) visit(child);
};

/** Rehype plugin: a table's alignment as classes. MDX would write style attributes, which the pages' policy forbids. */
export default function tableAlign() {
  return visit;
}
