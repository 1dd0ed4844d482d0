import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { renderMarkdown } from './render-markdown';

const Attacks = z.array(z.string());
const attacks = Attacks.parse(
  JSON.parse(readFileSync(path.join(import.meta.dirname, 'xss-strings.json'), 'utf8')),
);

const allowedTags = new Set(
  'p br hr strong em del code pre blockquote ul ol li a h4 h5 h6 table thead tbody tr th td figure span'.split(
    ' ',
  ),
);
const allowedAttributes: Record<string, RegExp> = {
  'a rel': /^nofollow ugc noopener noreferrer$/,
  'code class': /^language-[a-z]+$/,
  'figure class': /^code$/,
  'span class': /^(line|tok-[a-z-]+)$/,
  'pre tabindex': /^0$/,
  'ol start': /^\d+$/,
  'th class': /^align-(left|right|center)$/,
  'td class': /^align-(left|right|center)$/,
};

/** What the browser would make of an address in the output. */
const leadsOut = (value: string) => {
  const decoded = value.replace(/&#x([0-9a-f]+);/gi, (_, hex: string) =>
    String.fromCodePoint(parseInt(hex, 16)),
  );
  const page = 'https://site.example/questions/1';
  if (!URL.canParse(decoded, page)) return true;
  return ['http:', 'https:', 'mailto:'].includes(new URL(decoded, page).protocol);
};

const isAllowed = (place: string, value: string) =>
  place === 'a href' ? leadsOut(value) : (allowedAttributes[place]?.test(value) ?? false);

/** Every tag in the output with its attributes, by a reader that is stricter than browsers: anything else throws. */
const problemsOf = (html: string): string[] =>
  [...html.matchAll(/<[^>]*>?/g)].flatMap(([tag]) => {
    const parts = /^<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>$/.exec(tag);
    if (!parts) return [`not a tag of ours: ${tag}`];
    const [, , name = '', attributes = ''] = parts;
    if (!allowedTags.has(name)) return [`tag: ${tag}`];
    return [...attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)].flatMap(([, key = '', value = '']) =>
      isAllowed(`${name} ${key}`, value) ? [] : [`attribute: ${tag}`],
    );
  });

describe('people’s Markdown', () => {
  it('has a hundred attacks and more to withstand', () => {
    expect(new Set(attacks).size).toBeGreaterThanOrEqual(100);
  });

  it.each(attacks)('renders %j inert, also in other places', async (attack) => {
    const places = [
      attack,
      `**${attack}**`,
      `> ${attack}`,
      `- ${attack}`,
      `| a |\n|---|\n| ${attack.replaceAll('\n', ' ')} |`,
      `[${attack}](https://example.org)`,
      `[words](${attack})`,
      `[words](<${attack}>)`,
      `[words][1]\n\n[1]: ${attack}`,
      `![${attack}](${attack})`,
      `\`\`\`${attack}\n${attack}\n\`\`\``,
      `<${attack}>`,
    ];
    for (const place of places) expect(problemsOf(await renderMarkdown(place)), place).toEqual([]);
  });

  it('renders what people write: emphasis, lists, tables, links, highlighted code', async () => {
    const html = await renderMarkdown(
      '**bold** `code` [docs](https://nginx.org) [lesson](/courses)\n\n1. one\n\n| a |\n|--:|\n| 1 |\n\n```nginx\nlisten 80;\n```',
    );
    expect(html).toContain('<strong>bold</strong> <code>code</code>');
    expect(html).toContain('<a href="https://nginx.org" rel="nofollow ugc noopener noreferrer">docs</a>');
    expect(html).toContain('<a href="/courses">lesson</a>');
    expect(html).toContain('<td class="align-right">1</td>');
    expect(html).toMatch(/<figure class="code">.*<span class="tok-keyword">listen/s);
  });

  it('loses nothing that was typed: HTML stays readable, a picture becomes a link, a footnote stays', async () => {
    const html = await renderMarkdown(
      'A List<String> and ![a chart](https://example.org/x.png)[^1]\n\n[^1]: Said so.',
    );
    expect(html).toContain('List&#x3C;String>');
    expect(html).toContain(
      '<a href="https://example.org/x.png" rel="nofollow ugc noopener noreferrer">a chart</a>',
    );
    expect(html).toContain('[^1]');
    expect(html).toContain('Said so.');
    expect(await renderMarkdown('<div>\nIn a block\n</div>')).toContain('In a block');
    expect(await renderMarkdown('- [x] done')).toContain('☑ done');
  });

  it('keeps headings below those of the page', async () => {
    expect(await renderMarkdown('# One\n\n## Two\n\n###### Six')).toBe(
      '<h4>One</h4>\n<h5>Two</h5>\n<h6>Six</h6>',
    );
  });

  it.each([
    ['brackets', '['.repeat(20_000)],
    ['quotations in quotations', '> '.repeat(10_000)],
    ['lists in lists', '- '.repeat(10_000)],
    ['stars and lines', '_*'.repeat(10_000)],
    ['struck letters', '~~a'.repeat(6600)],
    ['pictures', '![['.repeat(6600)],
    ['addresses', 'http://a.b '.repeat(1800)],
    ['lines', 'a\n'.repeat(10_000)],
  ])('takes 20,000 characters of %s without exhausting the server', async (_name, text) => {
    const startedAt = performance.now();
    expect(await renderMarkdown(text)).not.toBe('');
    expect(performance.now() - startedAt).toBeLessThan(3000);
  });
});
