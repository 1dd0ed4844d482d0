import { build } from 'esbuild';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser, newVisitor, type Visitor } from '@/tests/support/browser';
import { lessonWithChecks } from '@/tests/support/lesson-with-checks';

const origin = 'http://lesson.test';

/** The script as a lesson loads it, and a page that keeps what the checks tell the document. */
async function bundle() {
  const contents = `
    import { enhance } from './lib/courses/enhance/enhance';
    window.answers = [];
    document.addEventListener('mastery:check', (event) => window.answers.push(event.detail));
    for (const element of document.querySelectorAll('[data-check], figure.code')) { enhance(element); enhance(element); }`;
  const resolveDir = path.join(import.meta.dirname, '../..');
  const result = await build({ stdin: { contents, resolveDir, loader: 'ts' }, bundle: true, write: false });
  return result.outputFiles[0]?.text ?? '';
}

const answersOn = (page: Page): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'answers'));

describe('checks in the browser', () => {
  let browser: Browser;
  let visitor: Visitor;
  let script: string;
  beforeAll(async () => {
    [browser, script] = await Promise.all([launchBrowser(), bundle()]);
  });
  beforeEach(async () => {
    visitor = await newVisitor(browser, { baseURL: origin });
    const body = `<!doctype html><html lang="en"><title>Lesson</title><body>${renderToStaticMarkup(lessonWithChecks)}</body></html>`;
    await visitor.page.route(`${origin}/**`, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
    );
    await visitor.page.goto(`${origin}/lesson`);
    await visitor.page.addScriptTag({ content: script });
  });
  afterEach(async () => {
    expect(await visitor.problems()).toEqual([]);
    await visitor.leave();
  });
  afterAll(() => browser?.close());

  it('the first option that is opened is the answer; opening the others only compares', async () => {
    const { page } = visitor;
    const check = page.locator('#which-one');
    await check.getByText('First', { exact: true }).press('Enter');
    await check.getByText('Why not the first.').waitFor();
    await expect.poll(() => check.getByRole('status').innerText()).toMatch(/Not this one/);
    await check.getByText('Second', { exact: true }).click();
    await check.getByText('Why the second.').waitFor();
    await expect.poll(() => check.getByRole('status').innerText()).toBe('Right.');
    expect(await answersOn(page)).toEqual([{ question: 'which-one', kind: 'choice', right: false }]);
  });

  it('steps are put in order by keyboard alone, and the focus stays with the step', async () => {
    const { page } = visitor;
    const check = page.locator('#in-which-order');
    const submit = check.getByRole('button', { name: 'Check the order' });
    const status = check.getByRole('status');
    await submit.press('Enter');
    expect(await status.innerText()).toMatch(/Not yet: \d of 3 stand where they belong/);
    for (const [name, key] of [
      ['Move up: Detect', 'ArrowUp'],
      ['Move down: Promote', 'ArrowDown'],
    ] as const) {
      await check.getByRole('button', { name }).focus();
      await page.keyboard.press(key);
      await page.keyboard.press(key);
      expect(await page.locator(':focus').getAttribute('aria-label')).toBe(name);
    }
    expect(await check.locator('[data-steps] > li > span:first-child').allInnerTexts()).toEqual([
      'Detect',
      'Fence',
      'Promote',
    ]);
    await submit.press('Enter');
    expect(await status.innerText()).toMatch(/^Right\./);
    await check.getByText('Two writers are worse than none.').waitFor();
    expect(await answersOn(page)).toEqual([
      { question: 'in-which-order', kind: 'order', right: false },
      { question: 'in-which-order', kind: 'order', right: true },
    ]);
  });

  it('the buttons of a step move it by pointer', async () => {
    const check = visitor.page.locator('#in-which-order');
    const texts = () => check.locator('[data-steps] > li > span:first-child').allInnerTexts();
    const [first = '', second = '', third = ''] = await texts();
    await check.getByRole('button', { name: `Move down: ${first}` }).click();
    expect(await texts()).toEqual([second, first, third]);
    expect(await check.getByRole('status').innerText()).toBe(`“${first}” is now 2 of 3.`);
    await check.getByRole('button', { name: `Move down: ${third}` }).click();
    expect(await texts()).toEqual([second, first, third]);
  });

  it('a typed answer is judged and explained', async () => {
    const { page } = visitor;
    const check = page.locator('#r--w-___-n');
    const status = check.getByRole('status');
    const field = check.getByLabel('What fills the gap');
    await field.press('Enter');
    expect(await status.innerText()).toMatch(/first/);
    for (const [typed, says] of [
      ['=', /Not this one\.\s+They may miss/],
      ['is like', /Not what is meant/],
      ['Greater than', /Right\.\s+They overlap/],
    ] as const) {
      await field.fill(typed);
      await field.press('Enter');
      expect(await status.innerText()).toMatch(says);
    }
    expect(await answersOn(page)).toEqual(
      [false, false, true].map((right) => ({ question: 'r--w-___-n', kind: 'blank', right })),
    );
  });

  it('an estimate is right within its factor, and a known mistake is named', async () => {
    const { page } = visitor;
    const check = page.locator('#how-many');
    const status = check.getByRole('status');
    const field = check.getByLabel('Your estimate');
    for (const [typed, says] of [
      ['many', /Type a number/],
      ['40', /A hundred was forgotten/],
      ['350k', /^Read as 350,000\. Too high, by a factor of about 100/],
      ['1/2', /^Read as 0\.5\. Too low, by a factor of about 7,000/],
      ['3k', /Right: the solution arrives at about 3,500.requests\/s/],
    ] as const) {
      await field.fill(typed);
      await check.getByRole('button', { name: 'Check' }).click();
      expect(await status.innerText()).toMatch(says);
    }
    await check.getByText('Worked out.').waitFor();
    expect(await answersOn(page)).toEqual(
      [false, false, false, true].map((right) => ({ question: 'how-many', kind: 'estimate', right })),
    );
  });

  it('a block of code that the browser may not copy is selected', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: 'Selected: copy it by keyboard' }).waitFor();
    expect(await page.evaluate(() => String(getSelection()).trim())).toBe('events {}');
  });
});
