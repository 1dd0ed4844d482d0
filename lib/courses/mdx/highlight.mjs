import { createCssVariablesTheme, createHighlighterCore } from 'shiki/core';
import { createOnigurumaEngine } from 'shiki/engine/oniguruma';
import { haproxyGrammar } from './haproxy-grammar.mjs';

/** @typedef {{ type: string, tagName?: string, value?: string, properties?: Record<string, unknown>, children?: Node[], data?: { meta?: string } }} Node */

/** @type {ReturnType<typeof createHighlighterCore> | undefined} */
let created;
const highlighter = () =>
  (created ??= createHighlighterCore({
    engine: createOnigurumaEngine(import('shiki/wasm')),
    themes: [createCssVariablesTheme({ name: 'tokens' })],
    langs: [
      import('shiki/langs/nginx.mjs'),
      import('shiki/langs/http.mjs'),
      import('shiki/langs/bash.mjs'),
      import('shiki/langs/javascript.mjs'),
      import('shiki/langs/json.mjs'),
      import('shiki/langs/log.mjs'),
      haproxyGrammar,
    ],
  }));

/** `var(--shiki-token-keyword)` → `tok-keyword`. Classes, because the pages' policy forbids style attributes.
 * @param {string | undefined} color
 */
const classOf = (color) => {
  const name = /--shiki-token-([a-z-]+)/.exec(color ?? '')?.[1];
  return name === undefined ? undefined : `tok-${name}`;
};

/** `{1,4-6}` → the line numbers 1, 4, 5, 6. @param {string} meta */
const markedLines = (meta) => {
  const lines = new Set();
  for (const part of /\{([\d,\s-]+)\}/.exec(meta)?.[1]?.split(',') ?? []) {
    const [first = 0, last = first] = part.split('-').map(Number);
    for (let line = first; line <= last; line += 1) lines.add(line);
  }
  return lines;
};

/** @param {string} tagName @param {Record<string, unknown>} properties @param {Node[]} children @returns {Node} */
const element = (tagName, properties, children) => ({ type: 'element', tagName, properties, children });
/** @param {string} value @returns {Node} */
const text = (value) => ({ type: 'text', value });

/** @param {string} code @param {string} language @param {string} meta */
const render = async (code, language, meta) => {
  const shiki = await highlighter();
  const known = shiki.getLoadedLanguages().includes(language);
  const { tokens } = shiki.codeToTokens(code, { lang: known ? language : 'text', theme: 'tokens' });
  const marked = markedLines(meta);
  const lines = tokens.flatMap((line, index) => {
    const spans = line.map((token) => {
      const className = classOf(token.color);
      return className
        ? element('span', { className: [className] }, [text(token.content)])
        : text(token.content);
    });
    const className = marked.has(index + 1) ? ['line', 'line-marked'] : ['line'];
    return [element('span', { className }, spans), text('\n')];
  });
  const title = /title="([^"]*)"/.exec(meta)?.[1];
  const pre = element('pre', { tabIndex: 0 }, [
    element('code', { className: [`language-${language}`] }, lines),
  ]);
  const caption = title ? [element('figcaption', {}, [text(title)])] : [];
  return element('figure', { className: ['code'] }, [...caption, pre]);
};

/** @param {Node} node @returns {Promise<void>} */
const visit = async (node) => {
  for (const [index, child] of (node.children ?? []).entries()) {
    const code = child.tagName === 'pre' ? child.children?.[0] : undefined;
    if (code?.tagName !== 'code') {
      await visit(child);
      continue;
    }
    const classes = Array.isArray(code.properties?.className) ? code.properties.className.map(String) : [];
    const language =
      classes.find((name) => name.startsWith('language-'))?.slice('language-'.length) ?? 'text';
    const source = (code.children ?? []).map((part) => part.value ?? '').join('');
    node.children?.splice(index, 1, await render(source.replace(/\n$/, ''), language, code.data?.meta ?? ''));
  }
};

/** Rehype plugin: highlights fenced code at build time; the page needs no JavaScript for it. */
export default function highlight() {
  return visit;
}
