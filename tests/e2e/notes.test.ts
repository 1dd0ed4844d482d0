import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { signUp } from '@/tests/support/account-pages';
import { lesson } from '@/tests/support/addresses';
import { expectAccessible, type Visitor } from '@/tests/support/browser';
import { useProduct } from '@/tests/support/product';
import { highlighted, keptByVisitor, openLesson, selectWords } from '@/tests/support/reading-page';

describe('notes', () => {
  const { visit } = useProduct();
  let visitor: Visitor;
  let page: Page;
  beforeEach(async () => {
    visitor = await visit();
    page = visitor.page;
  });
  afterEach(() => visitor.leave());

  it('a highlight and a note survive a reload and a sign-up, and are exported and deleted', async () => {
    await openLesson(page, lesson);
    const words = await selectWords(page);
    await page.getByRole('button', { name: 'Note', exact: true }).click();
    await page.locator('textarea:focus').waitFor();
    await page.getByLabel('Your note').fill('<b>Ask</b> who retries.');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => highlighted(page)).toEqual([words]);
    await page.reload();
    await expect.poll(() => highlighted(page)).toEqual([words]);

    await signUp(page, 'Ada');
    await expect.poll(() => keptByVisitor(page)).toEqual([]);
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
    expect(await visitor.problems()).toEqual([]);
  });

  it('Escape and Close keep the words of a note, also over a reload, until they are saved or discarded', async () => {
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
    expect(await visitor.problems()).toEqual([]);
  });

  it('a note whose words are gone is listed with its quote, and words that were edited are found', async () => {
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
  });

  it('a browser without the highlight API shows marks too', async () => {
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
    expect(await visitor.problems()).toEqual([]);
  });
});
