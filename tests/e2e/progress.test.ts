import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { signUp } from '@/tests/support/account-pages';
import { course, lesson } from '@/tests/support/addresses';
import { expectAccessible, expectNoSidewaysScroll, type Visitor } from '@/tests/support/browser';
import { watchShifts, shiftsOn } from '@/tests/support/layout-shifts';
import { useProduct } from '@/tests/support/product';
import { highlighted, keptByVisitor, openLesson, selectWords } from '@/tests/support/reading-page';

const syllabusLink = (page: Page) =>
  page.getByRole('navigation', { name: 'Syllabus' }).first().locator('a[aria-current=page]');

describe('progress', () => {
  const { visit } = useProduct();
  let visitor: Visitor;
  let page: Page;
  beforeEach(async () => {
    visitor = await visit();
    page = visitor.page;
  });
  afterEach(() => visitor.leave());

  it('a visitor marks a lesson as read, finds it again, and keeps it when signing up', async () => {
    await openLesson(page, lesson);
    await page.getByRole('button', { name: 'Mark as read' }).click();
    await page.getByText(/Read on \d+ \w+ \d{4}/).waitFor();
    await page.locator('a[data-read][aria-current=page]').first().waitFor();
    await page.reload();
    await page.getByText(/Read on \d+ \w+ \d{4}/).waitFor();

    await signUp(page, 'Ada');
    await expect.poll(() => keptByVisitor(page)).toEqual([]);
    await page.goto('/progress');
    await page.getByText('have not broken it yet').waitFor();
    const other = await visitor.context.newPage();
    await other.goto(course);
    await other.locator(`a[href="${lesson}"][data-read]`).waitFor();

    await openLesson(page, lesson);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Mark as read' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Mark as read' }).waitFor();
    expect(await syllabusLink(page).getAttribute('data-read')).toBeNull();
    expect(await visitor.problems()).toEqual([]);
  });

  it('a lesson whose checks were all answered right counts as read', async () => {
    await openLesson(page, lesson);
    const tell = (right: (index: number) => boolean) =>
      page.evaluate(
        (answers) =>
          [...document.querySelectorAll('[data-check]')].forEach((check, index) =>
            document.dispatchEvent(
              new CustomEvent('mastery:check', {
                detail: { question: check.id, kind: 'choice', right: answers[index] ?? true },
              }),
            ),
          ),
        Array.from({ length: 20 }, (_, index) => right(index)),
      );
    // The script that listens is fetched with the reader's first step.
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await page.getByRole('button', { name: 'Close' }).click();
    await tell((index) => index > 0);
    await page.getByRole('button', { name: 'Mark as read' }).waitFor();
    await tell(() => true);
    await page.getByText(/Read on \d+ \w+ \d{4}/).waitFor();
  });

  it('a check says after a reload how it was answered, and can be answered again', async () => {
    await page.goto(lesson);
    const choices = page.locator('[data-check=choice]');
    const [wrong, right, open] = [choices.nth(0), choices.nth(1), choices.nth(2)];
    for (const [check, option] of [
      [wrong, wrong.locator('details:not([data-correct])').first()],
      [right, right.locator('details[data-correct]')],
    ] as const) {
      await check.scrollIntoViewIfNeeded();
      await page.locator(`#${await check.getAttribute('id')}[data-ready]`).waitFor();
      await option.locator('summary').click();
    }
    const answered = () =>
      page.evaluate(() => {
        const { checks } = JSON.parse(localStorage.getItem('mastery.progress') ?? '{}');
        return Object.keys(checks ?? {}).length;
      });
    await expect.poll(answered).toBe(2);
    await page.reload();
    await wrong.getByText('Not right yet: choose one').waitFor();
    await right.getByText('Answered right: choose one').waitFor();
    await open.getByText('Check yourself: choose one').waitFor();
    expect(await page.locator('[data-check] details[open]').count()).toBe(0);

    await wrong.scrollIntoViewIfNeeded();
    await page.locator(`#${await wrong.getAttribute('id')}[data-ready]`).waitFor();
    await wrong.locator('details[data-correct] summary').click();
    await expect.poll(() => wrong.getByRole('status').innerText()).toBe('Right.');
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('mastery.progress') ?? ''))
      .not.toContain('"right":false');
    await page.reload();
    await wrong.getByText('Answered right: choose one').waitFor();
    await expectAccessible(page, 'a lesson with answered checks');
    expect(await visitor.problems()).toEqual([]);
  });

  it('an unfinished lesson is set aside, with a way back, and comes back when it is read on', async () => {
    const readOn = async () => {
      await page.goto(lesson);
      const heading = page.locator('[data-lesson-text] h2').nth(3);
      await heading.evaluate((element) => element.scrollIntoView());
      const id = await heading.getAttribute('id');
      await page.locator(`nav[aria-label="On this page"] a[aria-current][href="#${id}"]`).waitFor();
      await page.goto('/progress');
    };
    const offer = page.getByRole('link', { name: 'Continue Layer 4 vs Layer 7' });
    const aside = page.getByRole('button', { name: 'Set it aside' });
    await readOn();
    await page.getByText(/You began Layer 4 vs Layer 7 on \d+ \w+ and have not finished it/).waitFor();
    await aside.click();
    await offer.waitFor({ state: 'hidden' });
    await page.getByText('Layer 4 vs Layer 7 is set aside').waitFor();
    expect(await page.locator(':focus').innerText()).toBe('Undo');
    await page.keyboard.press('Enter');
    await offer.waitFor();
    await aside.click();
    await offer.waitFor({ state: 'hidden' });
    await expectAccessible(page, '/progress with a lesson set aside');
    await expectNoSidewaysScroll(page, '/progress with a lesson set aside');
    await page.reload();
    await page.getByRole('heading', { name: 'What to do next' }).waitFor();
    expect(await offer.count()).toBe(0);
    await readOn();
    await offer.waitFor();
    expect(await visitor.problems()).toEqual([]);
  });

  it('a lesson that was left offers the way back to its place, and does not jump by itself', async () => {
    await openLesson(page, lesson);
    const heading = page.locator('[data-lesson-text] h2').nth(3);
    await heading.evaluate((element) => element.scrollIntoView());
    const id = await heading.getAttribute('id');
    await page.locator(`nav[aria-label="On this page"] a[aria-current][href="#${id}"]`).waitFor();
    await openLesson(page, lesson);
    await page.locator('[data-resume] a').waitFor();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    expect(await page.locator('[data-resume] a').getAttribute('href')).toBe(`#${id}`);
    await page.goto('/progress');
    await page.getByText('and have not finished it').waitFor();
  });

  it('an answer that is rated stays rated', async () => {
    await openLesson(page, lesson);
    const answer = page.locator('[data-answer]').first();
    const nearly = answer.getByRole('button', { name: 'Nearly' });
    expect(await nearly.isVisible()).toBe(false);
    await answer.locator('summary').first().click();
    await nearly.click();
    await answer.getByText('Kept.').waitFor();
    await page.reload();
    await answer.locator('summary').first().click();
    await answer.locator('button[aria-pressed=true]', { hasText: 'Nearly' }).waitFor();
  });

  it('reading goes by keyboard: sheet, read, highlight, note, next lesson, progress', async () => {
    await openLesson(page, lesson);
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.waitFor();
    await expectAccessible(page, 'the keyboard sheet');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    await page.keyboard.press('r');
    await page.getByText(/Read on \d+ \w+ \d{4}/).waitFor();
    const words = await selectWords(page);
    await page.keyboard.press('h');
    await expect.poll(() => highlighted(page)).toEqual([words]);
    await page.keyboard.press('m');
    const note = page.getByLabel('Your note');
    await note.waitFor();
    await page.keyboard.type('new ? r n p');
    expect(await note.inputValue()).toBe('new ? r n p');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Your notes (2)').waitFor();
    const next = await page.locator('a[rel=next]').getAttribute('href');
    await page.keyboard.press('n');
    await page.waitForURL((url) => url.pathname === next);
    await page.locator('html[data-reader]').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.waitForURL((url) => url.pathname === '/progress');
  });

  it('shortcuts can be switched off', async () => {
    await openLesson(page, lesson);
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await page.getByRole('checkbox').uncheck();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('r');
    await page.keyboard.press('n');
    await page.getByRole('button', { name: 'Mark as read' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(lesson);
  });

  it('two tabs of a visitor keep each other’s changes', async () => {
    await openLesson(page, lesson);
    const other = await visitor.context.newPage();
    await other.goto(`${course}/health-checks-retries-and-timeouts`);
    for (const tab of [page, other]) await tab.getByRole('button', { name: 'Mark as read' }).click();
    for (const tab of [page, other])
      await expect
        .poll(() => tab.locator('nav[aria-label=Syllabus] >> nth=0').locator('a[data-read]').count())
        .toBe(2);
  });

  it('nothing moves when progress arrives, in light and dark, wide and narrow', async () => {
    for (const [width, theme] of [
      [1440, 'light'],
      [390, 'dark'],
    ] as const) {
      const { page, problems, leave } = await visit({ width, theme });
      await openLesson(page, lesson);
      await page.getByRole('button', { name: 'Mark as read' }).click();
      await page.getByText(/Read on/).waitFor();
      await watchShifts(page);
      await page.goto(lesson, { waitUntil: 'networkidle' });
      await page.locator('a[data-read][aria-current=page]').first().waitFor({ state: 'attached' });
      expect(await shiftsOn(page)).toBeLessThan(0.01);
      for (const path of [lesson, '/progress', '/notes', course]) {
        await page.goto(path, { waitUntil: 'networkidle' });
        await expectAccessible(page, `${path} at ${width} px, ${theme}`);
        await expectNoSidewaysScroll(page, `${path} at ${width} px`);
      }
      expect(await problems()).toEqual([]);
      await leave();
    }
  });

  it('a newcomer is told where to begin', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Progress', exact: true }).click();
    await page.getByRole('heading', { name: 'Where to begin' }).waitFor();
    await page.getByRole('link', { name: /^Begin with/ }).click();
    await page.waitForURL((url) => url.pathname.startsWith(course));
  });
});
