import 'server-only';
import { toHtml } from 'hast-util-to-html';
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { log } from '@/lib/config/log';
import highlight from '@/lib/courses/mdx/highlight.mjs';
import tableAlign from '@/lib/courses/mdx/table-align.mjs';
import { keepAsText } from './keep-as-text';
import { markLinks } from './mark-links';
import { isTooMuch } from './too-much';

/** All that a post may consist of. No ids (two posts of a page would share them), no pictures, no styles. */
const schema: Schema = {
  tagNames: [
    ...['p', 'br', 'hr', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a'],
    ...['h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: {
    a: ['href'],
    code: [['className', /^language-[a-z]{1,20}$/]],
    ol: ['start'],
    th: [['align', 'left', 'right', 'center']],
    td: [['align', 'left', 'right', 'center']],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: ['script', 'style'],
};

const renderer = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(keepAsText)
  .use(remarkRehype)
  .use(rehypeSanitize, schema)
  .use(markLinks);
const align = tableAlign();
const highlightCode = highlight();

const escapeText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const render = async (text: string): Promise<string> => {
  if (isTooMuch(text)) return `<p>${escapeText(text)}</p>`;
  try {
    const tree = await renderer.run(renderer.parse(text));
    align(tree);
    await highlightCode(tree, {});
    return toHtml(tree);
  } catch (error) {
    log().error({ err: error }, 'markdown');
    return `<p>${escapeText(text)}</p>`;
  }
};

const mostKept = 500;
const kept = new Map<string, Promise<string>>();

/**
 * People's Markdown as HTML that is safe to place into a page: raw HTML never enters the tree, an allowlist cleans it, and our
 * own highlighter comes last. The posts that are read most are kept in memory.
 */
export const renderMarkdown = (text: string): Promise<string> => {
  const found = kept.get(text) ?? render(text);
  kept.delete(text);
  kept.set(text, found);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return found;
};
