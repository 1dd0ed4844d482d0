import path from 'node:path';
import { createCssVariablesTheme, createHighlighterCore } from 'shiki/core';
import { createOnigurumaEngine } from 'shiki/engine/oniguruma';
import { fenceMeta } from './fence-meta.mjs';
import { haproxyGrammar } from './haproxy-grammar.mjs';

/** @typedef {{ type: string, tagName?: string, value?: string, properties?: Record<string, unknown>, children?: Node[], data?: { meta?: unknown, estree?: unknown } | undefined }} Node */

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
      import('shiki/langs/typescript.mjs'),
      import('shiki/langs/sql.mjs'),
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

/** @param {string} tagName @param {Record<string, unknown>} properties @param {Node[]} children @returns {Node} */
const element = (tagName, properties, children) => ({ type: 'element', tagName, properties, children });
/** @param {string} value @returns {Node} */
const text = (value) => ({ type: 'text', value });

/** The lab with this configuration: the site reads it from the content again (lib/courses/find-lesson-configuration.ts).
 * @param {string} lab @param {string} lesson @param {string} file
 */
const labLink = (lab, lesson, file) =>
  element('a', { className: ['code-lab'], href: `/labs/${lab}?config=${lesson}/${file}` }, [
    text('Open this in the lab'),
  ]);

/** @param {string} code @param {string} language @param {string} meta @param {string} lesson */
const render = async (code, language, meta, lesson) => {
  const { title, file, lab, marked } = fenceMeta(meta);
  const shiki = await highlighter();
  const known = shiki.getLoadedLanguages().includes(language);
  const { tokens } = shiki.codeToTokens(code, { lang: known ? language : 'text', theme: 'tokens' });
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
  const name = title ?? (lab && file ? path.basename(file) : undefined);
  // In a lesson it is named, since it takes the focus to be scrolled. What people post gets no attributes but these few.
  const named = lesson === '' ? {} : { role: 'group', ariaLabel: `Code: ${name ?? language}` };
  const pre = element('pre', { tabIndex: 0, ...named }, [
    element('code', { className: [`language-${language}`] }, lines),
  ]);
  const link = lab && file ? [labLink(lab, lesson, file)] : [];
  const caption = name ? [element('figcaption', {}, [element('span', {}, [text(name)]), ...link])] : [];
  return element('figure', { className: ['code'] }, [...caption, pre]);
};

/** @param {Node} node @param {string} lesson @returns {Promise<void>} */
const visit = async (node, lesson) => {
  for (const [index, child] of (node.children ?? []).entries()) {
    const code = child.tagName === 'pre' ? child.children?.[0] : undefined;
    if (code?.tagName !== 'code') {
      await visit(child, lesson);
      continue;
    }
    const classes = Array.isArray(code.properties?.className) ? code.properties.className.map(String) : [];
    const language =
      classes.find((name) => name.startsWith('language-'))?.slice('language-'.length) ?? 'text';
    const source = (code.children ?? []).map((part) => part.value ?? '').join('');
    const rendered = await render(source.replace(/\n$/, ''), language, String(code.data?.meta ?? ''), lesson);
    node.children?.splice(index, 1, rendered);
  }
};

/** Rehype plugin: highlights fenced code at build time; the page needs no JavaScript for it. */
export default function highlight() {
  /** @param {Node} tree @param {{ stem?: string }} file */
  return (tree, file) => visit(tree, file.stem ?? '');
}
