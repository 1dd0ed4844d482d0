import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { isTooMuch } from './too-much';

/** What a text says, taken apart: where its links lead and the words on them, its words, and its code. */
export type Words = { links: { url: string; words: string }[]; prose: string; code: string };

const parser = unified().use(remarkParse).use(remarkGfm);

const bareLink = /\b(?:https?:\/\/|www\.)[^\s<>()"'`\]]+/gi;
const withProtocol = (url: string) => (/^www\./i.test(url) ? `http://${url}` : url);
const linksIn = (text: string) =>
  [...text.matchAll(bareLink)].map(([url]) => ({ url: withProtocol(url), words: url }));

const wordsOf = (node: Nodes): string => {
  if ('children' in node) return node.children.map(wordsOf).join('');
  if (node.type === 'image') return node.alt ?? '';
  return 'value' in node ? node.value : '';
};

/** Takes a post's Markdown apart. Addresses inside of code are no links; those inside of HTML, which is shown as text, are. */
export const readWords = (markdown: string): Words => {
  if (isTooMuch(markdown)) return { links: linksIn(markdown), prose: markdown, code: '' };
  const links: Words['links'] = [];
  const prose: string[] = [];
  const code: string[] = [];
  visit(parser.parse(markdown), (node) => {
    if (node.type === 'code' || node.type === 'inlineCode') code.push(node.value);
    if (node.type === 'text') prose.push(node.value);
    if (node.type === 'html') {
      prose.push(node.value);
      links.push(...linksIn(node.value));
    }
    if (node.type === 'link') links.push({ url: node.url, words: wordsOf(node) });
    if (node.type === 'image') links.push({ url: node.url, words: node.alt ?? '' });
    if (node.type === 'definition') links.push({ url: node.url, words: '' });
  });
  return { links, prose: prose.join('\n'), code: code.join('\n') };
};
