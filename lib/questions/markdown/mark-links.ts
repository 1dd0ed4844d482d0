import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Rehype plugin: links that leave the site carry no weight for search engines and no way back into this window. */
export const markLinks = () => (tree: Root) => {
  visit(tree, 'element', (node) => {
    const href = node.properties.href;
    if (node.tagName !== 'a' || typeof href !== 'string') return;
    if (/^(\/(?![/\\])|#)/.test(href)) return;
    node.properties.rel = ['nofollow', 'ugc', 'noopener', 'noreferrer'];
  });
};
