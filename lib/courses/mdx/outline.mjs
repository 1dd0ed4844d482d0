/**
 * @typedef {{ type: string, tagName?: string, value?: string, properties?: Record<string, unknown>, children?: Node[] }} Node
 * @typedef {{ id: string, depth: 2 | 3, text: string }} Heading
 */

/** @param {Node} node @returns {string} */
const textOf = (node) => node.value ?? (node.children ?? []).map(textOf).join('');

/** @param {Node} node @param {(node: Node) => void} visit */
const walk = (node, visit) => {
  visit(node);
  for (const child of node.children ?? []) walk(child, visit);
};

/** An `export const name = value` as MDX's compiler wants it; JSON is a subset of JavaScript's literals.
 * @param {string} name @param {unknown} value
 */
const exportOf = (name, value) => ({
  type: 'mdxjsEsm',
  value: '',
  data: {
    estree: {
      type: 'Program',
      sourceType: 'module',
      body: [
        {
          type: 'ExportNamedDeclaration',
          specifiers: [],
          source: null,
          declaration: {
            type: 'VariableDeclaration',
            kind: 'const',
            declarations: [
              {
                type: 'VariableDeclarator',
                id: { type: 'Identifier', name },
                init: {
                  type: 'CallExpression',
                  callee: {
                    type: 'MemberExpression',
                    object: { type: 'Identifier', name: 'JSON' },
                    property: { type: 'Identifier', name: 'parse' },
                    computed: false,
                    optional: false,
                  },
                  arguments: [{ type: 'Literal', value: JSON.stringify(value) }],
                  optional: false,
                },
              },
            ],
          },
        },
      ],
    },
  },
});

/** Rehype plugin: exports `outline` (the h2 and h3 with their ids) and `words` from every lesson. */
export default function outline() {
  /** @param {Node} tree */
  return (tree) => {
    /** @type {Heading[]} */
    const headings = [];
    let words = 0;
    walk(tree, (node) => {
      if (node.type === 'text') words += (node.value ?? '').split(/\s+/).filter(Boolean).length;
      if (node.tagName !== 'h2' && node.tagName !== 'h3') return;
      const id = node.properties?.id;
      if (typeof id === 'string')
        headings.push({ id, depth: node.tagName === 'h2' ? 2 : 3, text: textOf(node) });
    });
    tree.children?.unshift(exportOf('outline', headings), exportOf('words', words));
  };
}
