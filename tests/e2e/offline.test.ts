import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { course, lesson } from '@/tests/support/addresses';
import { expectAccessible, expectNoSidewaysScroll, type Theme } from '@/tests/support/browser';
import { useProduct } from '@/tests/support/product';

const unopened = `${course}/consensus-and-leaders`;

const keptPaths = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });

/** Resolves when the browser keeps `path`. */
const untilKept = (page: Page, path: string) =>
  expect.poll(() => keptPaths(page), { timeout: 60_000 }).toContain(path);

describe('reading offline', () => {
  const { visit, stack } = useProduct();

  it('a lesson that was opened is whole without a connection: text, look, checks and search', async () => {
    const { page, context, leave } = await visit();
    await page.goto(lesson);
    await untilKept(page, lesson);
    await untilKept(page, '/search-documents.json');
    const words = await page.locator('article').innerText();

    await context.setOffline(true);
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(new URL(request.url()).pathname));
    await page.reload();
    await page.getByText('You are offline.').waitFor();
    expect((await page.locator('article').innerText()).length).toBeGreaterThan(words.length * 0.95);
    // A fallback's face is a font of the machine, which may not have it.
    const faces = await page.evaluate(async () =>
      [...(await document.fonts.ready)]
        .filter(({ family }) => !/fallback/i.test(family))
        .map(({ status }) => status),
    );
    expect(faces).toContain('loaded');
    expect(faces).not.toContain('error');
    await page.locator('[data-check]').first().scrollIntoViewIfNeeded();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('quorum');
    await page.getByRole('dialog').getByRole('option').first().waitFor();
    expect(failed.filter((path) => path.startsWith('/_next/'))).toEqual([]);
    await leave();
  });

  it('what was not opened shows the offline page with the lessons that are there, and returns with the connection', async () => {
    for (const theme of ['light', 'dark'] satisfies Theme[]) {
      const { page, context, leave } = await visit({ theme, width: 390 });
      await page.goto(lesson);
      await untilKept(page, lesson);
      await context.setOffline(true);
      await page.goto(unopened);
      await page.getByRole('heading', { level: 1, name: 'This page is not on your device' }).waitFor();
      const kept = page.getByRole('main').getByRole('listitem').getByRole('link');
      expect(await kept.count()).toBe(1);
      await expectAccessible(page, `the offline page in ${theme}`);
      await expectNoSidewaysScroll(page, 'the offline page');
      await kept.click();
      await page.getByRole('heading', { level: 1, name: /Layer 4 vs Layer 7/ }).waitFor();
      await page.goto(unopened);
      await page.getByRole('heading', { level: 1, name: 'This page is not on your device' }).waitFor();
      await context.setOffline(false);
      await page.getByRole('heading', { level: 1, name: /consensus/i }).waitFor();
      await leave();
    }
  });

  it('no page of one person, no answer of the API and no lab is ever kept', async () => {
    const { page, leave } = await visit();
    await page.goto(course);
    await untilKept(page, course);
    for (const path of ['/progress', '/notes', '/sign-in', '/labs', '/search?q=quorum', lesson]) {
      await page.goto(path, { waitUntil: 'networkidle' });
    }
    await untilKept(page, lesson);
    const pages = (await keptPaths(page)).filter((path) => !path.startsWith('/_next/static/'));
    expect(pages.sort()).toEqual([course, lesson, '/offline', '/search-documents.json'].sort());
    await leave();
  });

  it('a reader sees what is kept, and removes it', async () => {
    const { page, problems, leave } = await visit();
    await page.goto(lesson);
    await untilKept(page, lesson);
    await page.goto('/offline');
    await page.getByRole('button', { name: 'Remove them from this device' }).click();
    await page.getByText('None yet.').waitFor();
    expect(await keptPaths(page)).not.toContain(lesson);
    expect(await problems()).toEqual([]);
    await leave();
  });

  it('a new build takes over with what was kept, and the old cache goes', async () => {
    const { page, context, leave } = await visit();
    await page.goto(lesson);
    await untilKept(page, lesson);
    const [cache] = await page.evaluate(() => caches.keys());
    const script = await (await fetch(`${stack().siteUrl}/sw.js`)).text();
    const version = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(script)?.[0] ?? '';
    expect(cache).toContain(version);
    await page.evaluate(async (old) => {
      const from = await caches.open(old);
      const to = await caches.open('mastery-pages-older');
      for (const request of await from.keys()) {
        const answer = await from.match(request, { ignoreVary: true });
        if (answer) await to.put(request, answer);
      }
      await caches.delete(old);
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.unregister();
    }, cache ?? '');
    await page.goto('/sign-in');
    await expect.poll(() => page.evaluate(() => caches.has('mastery-pages-older'))).toBe(false);
    await context.setOffline(true);
    await page.goto(lesson);
    await page.getByRole('heading', { level: 1, name: /Layer 4 vs Layer 7/ }).waitFor();
    await leave();
  });
});
