import { describe, expect, it } from 'vitest';
import { course, lesson } from '@/tests/support/addresses';
import {
  breakFirstDownloads,
  expectAccessible,
  expectGoodOnAllScreens,
  expectNoSidewaysScroll,
} from '@/tests/support/browser';
import { useProduct } from '@/tests/support/product';

const pages = [
  '/',
  course,
  lesson,
  '/glossary',
  '/numbers',
  '/labs',
  '/labs/first-balancer',
  '/sign-in',
  '/sign-up',
  '/no-such-page',
];

describe('reading', () => {
  const { visit } = useProduct();

  it('every page is accessible and fits its window, wide and narrow, light and dark', async () => {
    const visitor = await visit();
    for (const path of pages) {
      await visitor.page.goto(path, { waitUntil: 'networkidle' });
      await expectGoodOnAllScreens(visitor.page, path);
    }
    expect((await visitor.problems()).filter((problem) => !problem.includes('/no-such-page'))).toEqual([]);
    await visitor.leave();
  });

  it('a lesson whose downloads break off is as it would have been, a moment later', async () => {
    const visitor = await visit({ offlinePack: false });
    const { page } = visitor;
    const met = await breakFirstDownloads(page);
    await page.goto(lesson, { waitUntil: 'networkidle' });
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /Search/ }).waitFor();
    await page.keyboard.press('Escape');
    const sheets = await page.evaluate(() =>
      [...document.styleSheets].flatMap(({ href, media }) =>
        href && media.mediaText !== 'not all' ? [href] : [],
      ),
    );
    const styles = [...met].filter((url) => url.endsWith('.css'));
    expect(styles.length).toBeGreaterThan(1);
    expect(sheets, 'each once, in its place').toEqual(styles);
    await expectAccessible(page, 'a lesson after its downloads broke off');
    expect(
      (await visitor.problems()).filter((problem) => !problem.includes('ERR_INTERNET_DISCONNECTED')),
    ).toEqual([]);
    await visitor.leave();
  });

  it('the flagship lesson is whole without JavaScript', async () => {
    const visitor = await visit({ javaScript: false });
    await visitor.page.goto(lesson);
    await visitor.page.getByRole('heading', { level: 1, name: /Layer 4 vs Layer 7/ }).waitFor();
    for (const heading of [
      'Layer 4',
      'Layer 7',
      'Nginx vs HAProxy',
      'Sticky sessions',
      'Interview mastery',
    ]) {
      await visitor.page
        .getByRole('heading', { level: 2, name: new RegExp(heading, 'i') })
        .first()
        .waitFor();
    }
    const words = await visitor.page.locator('article').innerText();
    expect(words.split(/\s+/).length).toBeGreaterThan(1400);
    expect(await visitor.page.locator('article svg').count()).toBeGreaterThanOrEqual(2);
    await visitor.page.getByRole('link', { name: /lab/i }).first().waitFor();
    await visitor.leave();
  });

  it('what is wider than a small phone says so without JavaScript, has a name and scrolls by keyboard', async () => {
    const visitor = await visit({ width: 320, javaScript: false });
    const { page } = visitor;
    await page.goto(lesson);
    await expectNoSidewaysScroll(page, `${lesson} at 320 px`);
    await page.getByText('wider than the screen').first().waitFor();
    const wide = page.locator('[data-lesson-text] [tabindex="0"]');
    let wider = 0;
    for (const element of await wide.all()) {
      const about = await element.evaluate((one) => ({
        isWide: one.scrollWidth > one.clientWidth,
        holdsDrawing: one.querySelector('svg') !== null,
        hasShadow: getComputedStyle(one).backgroundAttachment.includes('local'),
        html: one.outerHTML.slice(0, 80),
      }));
      expect(about.isWide && about.holdsDrawing, about.html).toBe(false);
      if (!about.isWide) continue;
      wider += 1;
      expect(about.hasShadow, about.html).toBe(true);
      const snapshot = await element.ariaSnapshot();
      expect(snapshot.split('\n')[0], about.html).toMatch(/^- '?(group|region) ".{6,}"/);
      await element.focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => element.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0);
    }
    expect(wider).toBeGreaterThan(1);
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await page.getByText('wider than the screen').first().isVisible()).toBe(false);
    await visitor.leave();
  });

  it('the course shows all eight modules', async () => {
    const visitor = await visit();
    await visitor.page.goto(course);
    for (const title of [
      'Distributed Systems Fundamentals',
      'Database Scalability',
      'Caching & CDN Strategies',
      'Event-Driven Architecture',
      'High Availability & Load Balancing',
      'Microservices & API Gateway',
      'Monitoring & Disaster Recovery',
      'FAANG System Design Interview',
    ]) {
      await visitor.page.getByRole('heading', { name: title }).waitFor();
    }
    await visitor.leave();
  });

  it('a reader moves by keyboard: skip link first, then the text', async () => {
    const visitor = await visit();
    await visitor.page.goto(lesson);
    await visitor.page.keyboard.press('Tab');
    const skip = visitor.page.locator(':focus');
    expect(await skip.innerText()).toMatch(/skip/i);
    await visitor.page.keyboard.press('Enter');
    await visitor.page.waitForURL((url) => url.hash !== '');
    await visitor.leave();
  });
});
