import { describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, type Theme } from '@/tests/support/browser';
import { useProduct } from '@/tests/support/product';

const lesson = '/courses/system-design-mastery/health-checks-retries-and-timeouts';

describe('search', () => {
  const { visit } = useProduct();

  it('opens, finds in spite of a wrong letter, and leads there by keyboard alone', async () => {
    const { page, problems, leave } = await visit();
    await page.goto('/', { waitUntil: 'networkidle' });
    await page.keyboard.press('Control+k');
    const input = page.getByRole('combobox', { name: /Search/ });
    await input.waitFor();
    await page.keyboard.type('helth chek');
    const first = page.getByRole('option').first();
    await first.getByText('Health', { exact: false }).first().waitFor();
    expect(await first.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowDown');
    expect(await first.getAttribute('aria-selected')).toBe('false');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${lesson}`);
    expect(await problems()).toEqual([]);
    await leave();
  });

  it('is opened by a slash, but not while typing, and closed by Escape', async () => {
    const { page, leave } = await visit();
    await page.goto('/sign-in', { waitUntil: 'networkidle' });
    await page.getByLabel('Email').first().focus();
    await page.keyboard.type('a/b');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('/');
    await page.getByRole('dialog', { name: 'Search' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await leave();
  });

  it('says that nothing was found, and what to do when the index cannot be had', async () => {
    const { page, leave } = await visit({ offlinePack: false });
    await page.goto('/', { waitUntil: 'networkidle' });
    await page.route('**/search-documents.json', (route) => route.abort());
    await page.keyboard.press('Control+k');
    await page.getByRole('link', { name: 'Search on a page' }).waitFor();
    await page.keyboard.press('Escape');
    await page.unroute('**/search-documents.json');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('zzzzqqqq');
    await page.getByText('Nothing has these words').waitFor();
    await leave();
  });

  it('works without JavaScript, on a page of its own', async () => {
    const { page, leave } = await visit({ javaScript: false });
    await page.goto('/');
    await page.getByRole('link', { name: /Search/ }).click();
    await page.getByRole('searchbox').fill('health checks');
    await page.getByRole('button', { name: 'Search' }).click();
    await page
      .getByRole('link', { name: /Health Checks/ })
      .first()
      .waitFor();
    const words = '"><img src=x onerror=alert(1)>';
    await page.goto(`/search?q=${encodeURIComponent(words)}`);
    expect(await page.getByRole('searchbox').inputValue()).toBe(words);
    expect(await page.locator('main img').count()).toBe(0);
    await leave();
  });

  it('is accessible in both themes, on a desk and on a phone', async () => {
    for (const theme of ['light', 'dark'] satisfies Theme[]) {
      for (const width of [1440, 390]) {
        const { page, leave } = await visit({ theme, width });
        await page.goto('/search?q=retry', { waitUntil: 'networkidle' });
        await expectAccessible(page, `the search page at ${width} px, ${theme}`);
        await expectNoSidewaysScroll(page, `the search page at ${width} px`);
        await page.keyboard.press('Control+k');
        await page.getByRole('combobox').fill('retry');
        await page.getByRole('option').first().waitFor();
        await expectAccessible(page, `the search dialog at ${width} px, ${theme}`);
        await leave();
      }
    }
  });
});
