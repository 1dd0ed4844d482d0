import type { Nodes, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

const text = (value: string): Text => ({ type: 'text', value });
const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });

/** Headings of a post stand below those of the page. */
const headingsBelow = 3;

const altOf = (node: Nodes & { alt?: string | null | undefined }) => text(node.alt || 'picture');

/** What takes a node's place, or null when it may stay. */
const replacementOf = (node: Nodes, isBlock: boolean): RootContent | null => {
  switch (node.type) {
    case 'html':
      return isBlock ? paragraph([text(node.value)]) : text(node.value);
    case 'image':
      return { type: 'link', url: node.url, children: [altOf(node)] };
    case 'imageReference':
      return { type: 'linkReference', ...referenceOf(node), children: [altOf(node)] };
    case 'footnoteReference':
      return text(`[^${node.identifier}]`);
    case 'footnoteDefinition':
      return { type: 'blockquote', children: node.children };
    default:
      return null;
  }
};

const referenceOf = ({
  identifier,
  referenceType,
}: {
  identifier: string;
  referenceType: 'shortcut' | 'collapsed' | 'full';
}) => ({
  identifier,
  referenceType,
});

/**
 * Remark plugin: what is not allowed in a post is shown as it was typed rather than dropped. HTML becomes text, a picture a link
 * to it, a footnote a quotation; headings move below those of the page, and boxes of task lists become characters.
 */
export const keepAsText = () => (tree: Root) => {
  visit(tree, (node, at, parent) => {
    if (node.type === 'heading') {
      node.depth = node.depth + headingsBelow > 5 ? 6 : node.depth + headingsBelow === 5 ? 5 : 4;
      return undefined;
    }
    if (node.type === 'code') {
      // Lessons name files and labs there.
      node.meta = null;
      return undefined;
    }
    if (node.type === 'listItem' && typeof node.checked === 'boolean') {
      const [first] = node.children;
      const box = text(node.checked ? '☑ ' : '☐ ');
      if (first?.type === 'paragraph') first.children.unshift(box);
      else node.children.unshift(paragraph([box]));
      node.checked = null;
      return undefined;
    }
    if (!parent || at === undefined) return undefined;
    const isBlock = ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type);
    const replacement = replacementOf(node, isBlock);
    if (!replacement) return undefined;
    // mdast types every parent's children apart; a phrase replaces a phrase here and a block a block.
    parent.children.splice(at, 1, replacement as never);
    return replacement.type === 'blockquote' ? at : [SKIP, at + 1];
  });
};
