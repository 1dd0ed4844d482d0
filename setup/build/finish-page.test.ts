import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { hashInline, sha256 } from '@/lib/http/inline-hashes';
import { finishPage } from './finish-page';

const built = `<!DOCTYPE html><html><head><link rel="preload" href="/_next/static/media/a.woff2" as="font" crossorigin=""/>\
<link rel="stylesheet" href="/_next/static/chunks/one.css" data-precedence="next"/><link rel="stylesheet" href="/_next/static/chunks/two.css" data-precedence="next"/>\
<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/b.js"/><script src="/_next/static/chunks/a.js" async=""></script>\
<link rel="manifest" href="/manifest.webmanifest"/><script>theme()</script><script src="/_next/static/chunks/old.js" noModule=""></script></head>\
<body><p>Text</p><script id="_R_">(globalThis["TURBOPACK"] || []).push(1)</script><script src="/_next/static/chunks/b.js" async=""></script>\
<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"data"])</script></body></html>`;

const styles: Record<string, string> = {
  '/_next/static/chunks/one.css': '@font-face{src:url(../media/a.woff2)}',
  '/_next/static/chunks/two.css': 'p{color:red}.later{color:blue}',
};
const finish = (html = built) => finishPage(html, (href) => styles[href] ?? '');

const finished = () => {
  const page = finish();
  if (!page) throw new Error('There was nothing to finish.');
  return page;
};

describe('a finished page', () => {
  it('asks for no script and no stylesheet before its text, only for the face of the text', () => {
    const [head = ''] = finished().html.split('<p>Text</p>');
    expect(head).not.toMatch(/<script[^>]+src="(?!\/_next\/static\/chunks\/old\.js)/);
    expect(head).not.toMatch(/rel="stylesheet"|rel="manifest"|as="script"/);
    expect(head).toContain('as="font"');
  });

  it('holds the styles that it uses in their order, with fonts that are found from the page', () => {
    const { html } = finished();
    const css = '@font-face{src:url(/_next/static/media/a.woff2)}\np{color:red}';
    expect(html).toContain(`<style data-precedence="next">${css}</style>`);
    expect(hashInline(html).styles).toEqual([sha256(css)]);
  });

  it('comes with all styles in a file, without the fonts, which the page declares', () => {
    expect(finished().styles.text).toBe('p{color:red}.later{color:blue}');
  });

  it('keeps the scripts of the head where they are, and loses none of what React needs', () => {
    const { html, data } = finished();
    expect(html).toContain('<script>theme()</script>');
    expect(data.text).toContain('TURBOPACK');
    expect(data.text.indexOf('push([0])')).toBeLessThan(data.text.indexOf('push([1,"data"])'));
    expect(html).not.toContain('__next_f');
  });

  it('has all styles before its own file runs, and that before the chunks, and begins once', () => {
    const { html, data, styles: all } = finished();
    const loader = /<script>(\(function\(own[\s\S]*?)<\/script><\/body>/.exec(html)?.[1] ?? '';
    type Added = {
      tag: string;
      rel?: string;
      src?: string;
      href?: string;
      disabled?: boolean;
      onload?: () => void;
    };
    const added: Added[] = [];
    const timers: (() => void)[] = [];
    const scripts = () => added.flatMap(({ src }) => src ?? []);
    runInNewContext(loader, {
      document: {
        hidden: false,
        createElement: (tag: string) => ({ tag, dataset: {} }),
        head: { appendChild: (element: Added) => (added.push(element), element) },
      },
      setTimeout: (work: () => void) => timers.push(work),
      PerformanceObserver: class {
        constructor(readonly told: () => void) {}
        observe() {
          timers.push(this.told);
        }
      },
    });
    expect(added).toEqual([]);
    timers.forEach((work) => work());
    const [whole, ...others] = added.filter(({ rel }) => rel === 'stylesheet');
    expect(whole).toMatchObject({ href: `/_next/static/chunks/${all.name}` });
    expect(others.map(({ href, disabled }) => [href, disabled])).toEqual(
      Object.keys(styles).map((href) => [href, true]),
    );
    expect(scripts()).toEqual([]);
    whole?.onload?.();
    expect(scripts()).toEqual([`/_next/static/chunks/${data.name}`]);
    added.find(({ src }) => src)?.onload?.();
    expect(scripts().slice(1)).toEqual(['/_next/static/chunks/a.js', '/_next/static/chunks/b.js']);
  });

  it('is the page itself when there are no scripts, and an error when the form is unknown', () => {
    expect(finish('<!DOCTYPE html><html><body>Feed</body></html>')).toBeNull();
    expect(() => finish(built.replaceAll('data-precedence="next"', ''))).toThrow('form');
    expect(() => finishPage(built, () => 'p{content:"</p>"}')).toThrow('end its element');
  });
});
