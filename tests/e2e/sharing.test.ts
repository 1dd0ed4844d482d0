import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { course, lesson } from '@/tests/support/addresses';
import { useProduct } from '@/tests/support/product';

const Manifest = z.object({
  name: z.string(),
  icons: z.array(z.object({ src: z.string(), sizes: z.string() })).min(3),
});

/** Name of the root element, or what is wrong with the XML. */
const rootOf = (page: Page, xml: string) =>
  page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'application/xml');
    return parsed.querySelector('parsererror')?.textContent ?? parsed.documentElement.nodeName;
  }, xml);

describe('what machines read', () => {
  const { visit, stack } = useProduct();

  const get = async (path: string) => {
    const response = await fetch(new URL(path, stack().siteUrl));
    expect(response.status, path).toBe(200);
    return response;
  };

  it('the feed and the sitemap are XML, carry the address in use, and name pages that answer', async () => {
    const { page, leave } = await visit();
    await page.goto('/numbers');
    for (const [path, root] of [
      ['/feed.xml', 'rss'],
      ['/sitemap.xml', 'urlset'],
    ] as const) {
      const xml = await (await get(path)).text();
      expect(await rootOf(page, xml)).toBe(root);
      expect(xml).toContain(`${stack().siteUrl}${lesson}<`);
      const addresses = [...xml.matchAll(/<(?:link|loc)>([^<]+)</g)].map(([, address = '']) => address);
      expect(addresses.length).toBeGreaterThan(50);
      for (const address of addresses) expect((await fetch(address)).status, address).toBe(200);
    }
    expect(await (await get('/robots.txt')).text()).toContain(`Sitemap: ${stack().siteUrl}/sitemap.xml`);
    await leave();
  });

  it('structured data parses, and the content policy has nothing against it', async () => {
    const { page, problems, leave } = await visit();
    for (const [path, type] of [
      [lesson, 'TechArticle'],
      [lesson, 'BreadcrumbList'],
      [course, 'Course'],
    ] as const) {
      await page.goto(path, { waitUntil: 'networkidle' });
      const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
      expect(texts).toHaveLength(1);
      expect(JSON.stringify(JSON.parse(texts[0] ?? ''))).toContain(`"${type}"`);
    }
    expect(await problems()).toEqual([]);
    await leave();
  });

  it('a lesson tells its own address and its picture, which is a PNG of its own', async () => {
    const { page, leave } = await visit();
    await page.goto(lesson);
    const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
    expect(new URL(canonical ?? '').pathname).toBe(lesson);
    const image = await page.locator('meta[property="og:image"]').getAttribute('content');
    const answer = await get(new URL(image ?? '').pathname);
    expect(answer.headers.get('content-type')).toBe('image/png');
    const picture = Buffer.from(await answer.arrayBuffer());
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
    const other = Buffer.from(await (await get(`${course}/consensus-and-leaders/picture.png`)).arrayBuffer());
    expect(picture.equals(other)).toBe(false);
    await leave();
  });

  it('the manifest and every icon that it names answer', async () => {
    const { page, leave } = await visit();
    await page.goto('/');
    const href = await page.locator('link[rel=manifest]').getAttribute('href');
    const manifest = Manifest.parse(await (await get(href ?? '')).json());
    for (const { src, sizes } of manifest.icons) {
      const icon = Buffer.from(await (await get(src)).arrayBuffer());
      expect(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`).toBe(sizes);
    }
    const touch = await page.locator('link[rel=apple-touch-icon]').getAttribute('href');
    expect((await get(touch ?? '')).headers.get('content-type')).toBe('image/png');
    await leave();
  });
});
