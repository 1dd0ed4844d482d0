import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll, launchBrowser, newVisitor } from '@/tests/support/browser';
import { openLesson } from '@/tests/support/reading-page';
import { startStack, type Stack } from '@/tests/support/stack';

const course = '/courses/system-design-mastery';
const lesson = `${course}/load-balancers-layer-4-vs-layer-7`;
const password = 'quorum-lease-fence-42';

/** Selects the first `length` characters of the lesson's first paragraph, as a reader would with the mouse. */
const selectWords = async (page: Page, length = 40) => {
  const words = await page.evaluate((most) => {
    const paragraph = document.querySelector('[data-lesson-text] > p');
    const node = paragraph && document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
    if (!node) throw new Error('The lesson has no text.');
    const range = document.createRange();
    range.setStart(node, 0);
    range.setEnd(node, Math.min(most, node.textContent?.length ?? 0));
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    return range.toString().trim();
  }, length);
  return words.replaceAll(/\s+/g, ' ');
};

const highlighted = (page: Page) =>
  page.evaluate(() =>
    ['reader-mark', 'reader-note'].flatMap((name) =>
      [...(CSS.highlights.get(name) ?? [])].map((range) => String(range).replaceAll(/\s+/g, ' ')),
    ),
  );

const signUp = async (page: Page, name: string) => {
  await page.goto('/sign-up');
  await page.getByLabel('Name').fill('Ada');
  await page.getByLabel('Email').fill(`${name}-${Date.now()}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: /sign up|create account/i }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-up'));
};

const kept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => /^mastery\.(progress|notes)/.test(key)));

const syllabusLink = (page: Page) =>
  page.getByRole('navigation', { name: 'Syllabus' }).first().locator('a[aria-current=page]');

describe('progress', () => {
  let stack: Stack;
  let browser: Browser;
  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  it('a visitor marks a lesson as read, finds it again, and keeps it when signing up', async () => {
    const visitor = await newVisitor(browser, { baseURL: stack.siteUrl });
    const { page } = visitor;
    await openLesson(page, lesson);
    await page.getByRole('button', { name: 'Mark as read' }).click();
    await page.getByText(/Read on \d+ \w+ \d{4}/).waitFor();
    await page.locator('a[data-read][aria-current=page]').first().waitFor();
    await page.reload();
    await page.getByText(/Read on \d+ \w+ \d{4}/).waitFor();

    await signUp(page, 'reader');
    await expect.poll(() => kept(page)).toEqual([]);
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
    expect(visitor.problems).toEqual([]);
    await visitor.leave();
  });

  it('a lesson whose checks were all answered right counts as read', async () => {
    const visitor = await newVisitor(browser, { baseURL: stack.siteUrl });
    const { page } = visitor;
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
    await visitor.leave();
  });

  it('a check says after a reload how it was answered, and can be answered again', async () => {
    const visitor = await newVisitor(browser, { baseURL: stack.siteUrl });
    const { page } = visitor;
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
    expect(visitor.problems).toEqual([]);
    await visitor.leave();
  });

  it('an unfinished lesson is set aside, with a way back, and comes back when it is read on', async () => {
    const visitor = await newVisitor(browser, { baseURL: stack.siteUrl });
    const { page } = visitor;
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
    expect(visitor.problems).toEqual([]);
    await visitor.leave();
  });

  it('a lesson that was left offers the way back to its place, and does not jump by itself', async () => {
    const visitor = await newVisitor(browser, { baseURL: stack.siteUrl });
    const { page } = visitor;
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
    await visitor.leave();
  });

  it('an answer that is rated stays rated', async () => {
    const visitor = await newVisitor(browser, { baseURL: stack.siteUrl });
    const { page } = visitor;
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
    await visitor.leave();
  });

  it('a highlight and a note survive a reload and a sign-up, and are exported and deleted', async () => {
    const visitor = await newVisitor(browser, { baseURL: stack.siteUrl });
    const { page } = visitor;
    await openLesson(page, lesson);
    const words = await selectWords(page);
    await page.getByRole('button', { name: 'Note', exact: true }).click();
    await page.locator('textarea:focus').waitFor();
    await page.getByLabel('Your note').fill('<b>Ask</b> who retries.');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => highlighted(page)).toEqual([words]);
    await page.reload();
    await expect.poll(() => highlighted(page)).toEqual([words]);

    await signUp(page, 'noter');
    await expect.poll(() => kept(page)).toEqual([]);
    await openLesson(page, lesson);
    await page.getByText('Your notes (1)').click();
    await page.getByText('<b>Ask</b> who retries.').waitFor();
    await expectAccessible(page, 'a lesson with notes');

    await page.goto('/notes');
    await page.getByText('<b>Ask</b> who retries.').waitFor();
    await expectAccessible(page, '/notes');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as Markdown' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('system-design-mastery-notes.md');
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await openLesson(page, lesson);
    await page.getByText('Your notes', { exact: true }).waitFor();
    expect(await highlighted(page)).toEqual([]);
    expect(visitor.problems).toEqual([]);
    await visitor.leave();
  });

  it('Escape and Close keep the words of a note, also over a reload, until they are saved or discarded', async () => {
    const visitor = await newVisitor(browser, { baseURL: stack.siteUrl });
    const { page } = visitor;
    const form = page.getByRole('dialog', { name: /note/ });
    const field = page.getByLabel('Your note');
    await page.goto(lesson);
    await selectWords(page);
    await page.getByRole('button', { name: 'Note', exact: true }).click();
    await field.fill('Half a thought');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });
    await page.getByText('Not saved. Your words wait under “Your notes”.').waitFor();
    expect(await highlighted(page)).toEqual([]);

    await page.reload();
    await page.getByText('Your notes (1 unfinished)').click();
    const unfinished = page.getByRole('region', { name: 'Unfinished notes' });
    await unfinished.getByText('Half a thought').waitFor();
    await expectAccessible(page, 'a lesson with an unfinished note');
    await unfinished.getByRole('button', { name: 'Go on writing' }).click();
    expect(await field.inputValue()).toBe('Half a thought');
    await field.fill('A whole thought');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your notes (1)').waitFor();
    await unfinished.waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await field.fill('A worse thought');
    await page.getByRole('button', { name: 'Close' }).click();
    await unfinished.getByText('A worse thought').waitFor();
    await page.goto('/notes');
    await unfinished.getByText('A worse thought').waitFor();
    await unfinished.getByRole('button', { name: 'Discard' }).click();
    await unfinished.waitFor({ state: 'hidden' });
    await page.getByText('A whole thought').waitFor();

    // Nothing was typed, so nothing is kept.
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.keyboard.press('Escape');
    expect(await unfinished.count()).toBe(0);
    expect(visitor.problems).toEqual([]);
    await visitor.leave();
  });

  it('a note whose words are gone is listed with its quote, and words that were edited are found', async () => {
    const visitor = await newVisitor(browser, { baseURL: stack.siteUrl });
    const { page } = visitor;
    await openLesson(page, lesson);
    const words = await selectWords(page);
    await page.keyboard.press('h');
    await expect.poll(() => highlighted(page)).toEqual([words]);
    await page.evaluate(() => {
      const kept = JSON.parse(localStorage.getItem('mastery.notes') ?? '{}');
      const [note] = kept.notes;
      note.quote.exact = `${note.quote.exact.slice(0, 12)}xx${note.quote.exact.slice(12)}`;
      const lost = { ...note.quote, exact: 'These words were never in the lesson at all' };
      kept.notes.push({ ...note, id: note.id.replace(/^.{8}/, '00000000'), quote: lost });
      localStorage.setItem('mastery.notes', JSON.stringify(kept));
    });
    await page.reload();
    await expect.poll(() => highlighted(page)).toEqual([words]);
    await page.getByText('Your notes (2)').click();
    await page.getByText('no longer in it').waitFor();
    await page.getByText('These words were never in the lesson at all').waitFor();
    await visitor.leave();
  });

  it('a browser without the highlight API shows marks too', async () => {
    const visitor = await newVisitor(browser, { baseURL: stack.siteUrl });
    const { page } = visitor;
    await page.addInitScript(() => Reflect.deleteProperty(CSS, 'highlights'));
    await openLesson(page, lesson);
    await selectWords(page);
    await page.getByRole('button', { name: 'Highlight', exact: true }).click();
    const box = page.locator('.reader-mark-box').first();
    await box.waitFor({ state: 'attached' });
    const paragraph = await page.locator('[data-lesson-text] > p').first().boundingBox();
    const drawn = await box.boundingBox();
    expect(Math.abs((drawn?.x ?? 0) - (paragraph?.x ?? 99))).toBeLessThan(2);
    expect(Math.abs((drawn?.y ?? 0) - (paragraph?.y ?? 99))).toBeLessThan(12);
    expect(visitor.problems).toEqual([]);
    await visitor.leave();
  });

  it('reading goes by keyboard: sheet, read, highlight, note, next lesson, progress', async () => {
    const visitor = await newVisitor(browser, { baseURL: stack.siteUrl });
    const { page } = visitor;
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
    await visitor.leave();
  });

  it('shortcuts can be switched off', async () => {
    const visitor = await newVisitor(browser, { baseURL: stack.siteUrl });
    const { page } = visitor;
    await openLesson(page, lesson);
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await page.getByRole('checkbox').uncheck();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('r');
    await page.keyboard.press('n');
    await page.getByRole('button', { name: 'Mark as read' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(lesson);
    await visitor.leave();
  });

  it('two tabs of a visitor keep each other’s changes', async () => {
    const visitor = await newVisitor(browser, { baseURL: stack.siteUrl });
    const { page } = visitor;
    await openLesson(page, lesson);
    const other = await visitor.context.newPage();
    await other.goto(`${course}/health-checks-retries-and-timeouts`);
    for (const tab of [page, other]) await tab.getByRole('button', { name: 'Mark as read' }).click();
    for (const tab of [page, other])
      await expect
        .poll(() => tab.locator('nav[aria-label=Syllabus] >> nth=0').locator('a[data-read]').count())
        .toBe(2);
    await visitor.leave();
  });

  it('nothing moves when progress arrives, in light and dark, wide and narrow', async () => {
    for (const [width, theme] of [
      [1440, 'light'],
      [390, 'dark'],
    ] as const) {
      const visitor = await newVisitor(browser, { baseURL: stack.siteUrl, width, theme });
      const { page } = visitor;
      await openLesson(page, lesson);
      await page.getByRole('button', { name: 'Mark as read' }).click();
      await page.getByText(/Read on/).waitFor();
      await page.addInitScript(() => {
        Reflect.set(window, 'shifts', 0);
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            Reflect.set(window, 'shifts', Reflect.get(window, 'shifts') + Reflect.get(entry, 'value'));
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(lesson, { waitUntil: 'networkidle' });
      await page.locator('a[data-read][aria-current=page]').first().waitFor({ state: 'attached' });
      expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toBeLessThan(0.01);
      for (const path of [lesson, '/progress', '/notes', course]) {
        await page.goto(path, { waitUntil: 'networkidle' });
        await expectAccessible(page, `${path} at ${width} px, ${theme}`);
        await expectNoSidewaysScroll(page, `${path} at ${width} px`);
      }
      expect(visitor.problems).toEqual([]);
      await visitor.leave();
    }
  });

  it('a newcomer is told where to begin', async () => {
    const visitor = await newVisitor(browser, { baseURL: stack.siteUrl });
    const { page } = visitor;
    await page.goto('/');
    await page.getByRole('link', { name: 'Progress', exact: true }).click();
    await page.getByRole('heading', { name: 'Where to begin' }).waitFor();
    await page.getByRole('link', { name: /^Begin with/ }).click();
    await page.waitForURL((url) => url.pathname.startsWith(course));
    await visitor.leave();
  });
});
