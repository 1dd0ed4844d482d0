import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { enterAsGuest } from '@/tests/support/account-pages';
import { lesson, lessonKey } from '@/tests/support/addresses';
import { expectGoodOnAllScreens, leaveAll } from '@/tests/support/browser';
import { watchShifts, shiftsOn } from '@/tests/support/layout-shifts';
import { useProduct } from '@/tests/support/product';
import { answersOn, ask } from '@/tests/support/thread-page';

const signInWords = 'Sign in to ask a question or upvote helpful answers';

const drafts = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('mastery.draft.')));

describe('questions', () => {
  const { visit } = useProduct();

  it('the first visitor of a lesson is invited to be the first to ask', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await page.goto(lesson);
    const section = page.getByRole('region', { name: 'Questions on this lesson' });
    await section.scrollIntoViewIfNeeded();
    await section.getByText('Be the first to ask').waitFor();
    await section.getByRole('heading', { name: 'Questions on this lesson 0' }).waitFor();
    await section.getByRole('link', { name: signInWords }).click();
    await page.waitForURL((url) => url.pathname === '/sign-in');
    await page.getByRole('button', { name: /guest/i }).click();
    await page.waitForURL((url) => url.pathname === '/questions/ask');
    expect(await page.getByLabel('Lesson').inputValue()).toBe(lessonKey);
    expect(await visitor.problems()).toEqual([]);
    await visitor.leave();
  });

  it('one asks, another answers and votes, the asker accepts, and a visitor reads it all', async () => {
    const title = 'Why does the client see the balancer’s certificate?';
    const [asker, helper] = [await visit(), await visit()];
    await enterAsGuest(asker.page, '/questions');
    await ask(asker.page, title, 'I expected **app1**.\n\n```nginx\nlisten 443 ssl;\n```');
    const path = new URL(asker.page.url()).pathname;
    expect(path).toMatch(/^\/questions\/\d+-why-does-the-client-see/);
    await asker.page.locator('figure.code .tok-keyword').first().waitFor();
    expect(await asker.page.getByRole('button', { name: /Upvote this question/ }).count()).toBe(0);

    await enterAsGuest(helper.page, path);
    await helper.page.getByLabel('Your answer').fill('It ends TLS there: *layer 7*.');
    await helper.page.getByRole('button', { name: 'Preview' }).click();
    await helper.page
      .getByRole('region', { name: 'Preview' })
      .locator('em', { hasText: 'layer 7' })
      .waitFor();
    await helper.page.getByRole('button', { name: 'Post the answer' }).click();
    const answer = answersOn(helper.page);
    await answer.getByText('It ends TLS there').waitFor();
    expect(await drafts(helper.page)).toEqual([]);
    const vote = helper.page.getByRole('button', { name: 'Upvote this question, 0 votes' });
    await Promise.all([
      helper.page.waitForResponse((response) => response.url().endsWith('/vote')),
      vote.click(),
    ]);
    await helper.page.locator('button[aria-pressed=true]', { hasText: '1' }).waitFor();
    await helper.page.reload();
    await helper.page.locator('button[aria-pressed=true]', { hasText: '1' }).waitFor();

    await asker.page.reload();
    await asker.page.getByRole('button', { name: 'Accept this answer' }).click();
    await asker.page.getByText('Accepted by the person who asked').waitFor();
    await asker.page.getByRole('button', { name: 'Upvote this answer, 0 votes' }).click();
    await asker.page.locator('button[aria-pressed=true]').waitFor();

    const reader = await visit({ javaScript: false });
    await reader.page.goto(`/questions?lesson=${lessonKey}`);
    await reader.page.getByText(/solved/).waitFor();
    await reader.page.getByRole('link', { name: title }).click();
    await reader.page.getByText('It ends TLS there').waitFor();
    await reader.page.getByText('Accepted by the person who asked').waitFor();
    await reader.page.getByRole('link', { name: signInWords }).waitFor();
    await leaveAll(asker, helper, reader);
  });

  it('a draft survives a reload, and disappears when it is posted', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await enterAsGuest(page, `/questions/ask?lesson=${lessonKey}`);
    const title = page.getByLabel('Your question in one sentence');
    await title.fill('Does a draft survive when the browser crashes?');
    await page.getByLabel('Details').fill('Half a thought');
    await page.reload();
    await page.getByText('Draft kept in this browser').waitFor();
    expect(await title.inputValue()).toBe('Does a draft survive when the browser crashes?');
    expect(await page.getByLabel('Details').inputValue()).toBe('Half a thought');
    await page.getByRole('button', { name: 'Post the question' }).click();
    await page.getByRole('heading', { level: 1, name: /Does a draft survive/ }).waitFor();
    expect(await drafts(page)).toEqual([]);
    await page.goto('/questions/ask');
    expect(await title.inputValue()).toBe('');
    expect(await visitor.problems()).toEqual([]);
    await visitor.leave();
  });

  it('a refused form says why, puts the focus there, and loses nothing', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await enterAsGuest(page, `/questions/ask?lesson=${lessonKey}`);
    await page.getByLabel('Details').fill('All that I know');
    await page.getByLabel('Your question in one sentence').fill('Why?');
    await page.getByRole('button', { name: 'Post the question' }).click();
    await page.getByRole('alert').getByText('at least 10 characters').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('title');
    expect(await page.getByLabel('Details').inputValue()).toBe('All that I know');
    await page.route('**/api/questions', (route) => route.abort());
    await page.getByLabel('Your question in one sentence').fill('Why is the connection gone?');
    await page.getByRole('button', { name: 'Post the question' }).click();
    await page.getByRole('alert').getByText('The site does not answer').waitFor();
    await page.unroute('**/api/questions');
    await page.getByRole('button', { name: 'Post the question' }).click();
    await page.getByRole('heading', { level: 1, name: 'Why is the connection gone?' }).waitFor();
    await visitor.leave();
  });

  it('a vote that is refused is taken back on the screen, in words', async () => {
    const [asker, voter] = [await visit(), await visit()];
    await enterAsGuest(asker.page, '/questions');
    await ask(asker.page, 'Will this question be deleted soon?', '');
    const path = new URL(asker.page.url()).pathname;
    await enterAsGuest(voter.page, path);
    await asker.page.getByRole('button', { name: 'Delete' }).click();
    await asker.page.getByText('You deleted this question').waitFor();
    await voter.page.getByRole('button', { name: /Upvote this question/ }).click();
    await voter.page.getByText('It was deleted or hidden in the meantime').waitFor();
    await voter.page.getByRole('button', { name: 'Upvote this question, 0 votes', pressed: false }).waitFor();
    await asker.page.getByRole('button', { name: 'Restore' }).click();
    await asker.page.getByText('You deleted this question').waitFor({ state: 'detached' });
    await voter.page.getByRole('button', { name: /Upvote this question/ }).click();
    await voter.page.getByRole('button', { name: 'Upvote this question, 1 vote', pressed: true }).waitFor();
    await asker.leave();
    await voter.leave();
  });

  it('two windows that edit the same words lose neither', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await enterAsGuest(page, '/questions');
    await ask(page, 'What happens when two windows edit?', 'Original.');
    const other = await visitor.context.newPage();
    await other.goto(new URL(page.url()).pathname);
    for (const tab of [page, other]) {
      await tab.getByRole('button', { name: 'Edit' }).click();
      await tab.getByLabel('Details').waitFor();
    }
    await page.getByLabel('Details').fill('From the first window.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('#question').getByText('From the first window.').waitFor();
    await other.getByLabel('Details').fill('From the second window.');
    await other.getByRole('button', { name: 'Save' }).click();
    await other.getByRole('alert').getByText('changed in another window').waitFor();
    await other.locator('pre', { hasText: 'From the first window.' }).waitFor();
    expect(await other.getByLabel('Details').inputValue()).toBe('From the second window.');
    await other.getByRole('button', { name: 'Save mine over it' }).click();
    await other.locator('#question').getByText('From the second window.').waitFor();
    await visitor.leave();
  });

  it('asking and voting go by keyboard', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await enterAsGuest(page, `/questions/ask?lesson=${lessonKey}`);
    await page.getByLabel('Your question in one sentence').focus();
    await page.keyboard.type('Can all of this be done by keyboard?');
    await page.getByLabel('Details').focus();
    await page.keyboard.type('Yes, it seems.');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: 'Can all of this be done by keyboard?' }).waitFor();
    const other = await visit();
    await enterAsGuest(other.page, new URL(page.url()).pathname);
    await other.page.getByRole('button', { name: /Upvote this question/ }).focus();
    await other.page.keyboard.press('Enter');
    await other.page.getByRole('button', { name: /1 vote$/, pressed: true }).waitFor();
    await other.page.getByRole('button', { name: 'Comment', exact: true }).focus();
    await other.page.keyboard.press('Enter');
    expect(await other.page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await other.page.keyboard.type('I tried it.');
    await other.page.keyboard.press('Control+Enter');
    await other.page.getByRole('list', { name: 'Comments' }).getByText('I tried it.').waitFor();
    expect(await visitor.problems()).toEqual([]);
    await other.leave();
    await visitor.leave();
  });

  it('the search finds by a mistyped word, on its page and on the site’s', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await enterAsGuest(page, '/questions');
    await ask(page, 'Which timeouts apply to websockets?', 'They are upgraded.');
    await page.goto('/questions');
    await page.getByRole('searchbox', { name: 'Search questions' }).fill('websokets timeuots');
    await page.keyboard.press('Enter');
    await page.getByText('come close to what may have been meant').waitFor();
    await page.locator('mark', { hasText: 'websockets' }).first().waitFor();
    await page.goto('/search?q=websockets');
    await page.getByRole('region', { name: 'Questions of learners' }).getByText('Which timeouts').waitFor();
    await visitor.leave();
  });

  it('a lesson does not move when its questions come', async () => {
    for (const width of [1440, 390]) {
      const visitor = await visit({ width });
      const { page } = visitor;
      await enterAsGuest(page, '/questions');
      await ask(page, `Does anything move at ${width} pixels?`);
      await watchShifts(page);
      await page.goto(lesson, { waitUntil: 'networkidle' });
      await page.evaluate(() => document.querySelector('body > footer')?.scrollIntoView());
      await page
        .getByRole('region', { name: 'Questions on this lesson' })
        .getByRole('listitem')
        .first()
        .waitFor();
      expect(await shiftsOn(page)).toBeLessThan(0.01);
      expect(await visitor.problems()).toEqual([]);
      await visitor.leave();
    }
  });

  it('everything is accessible, wide and narrow, light and dark', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await enterAsGuest(page, '/questions');
    const thread = await ask(page, 'How does this look on every screen?', '| a | b |\n|---|---|\n| 1 | 2 |');
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Details').waitFor();
    await expectGoodOnAllScreens(page, 'editing');
    for (const path of [
      lesson,
      '/questions',
      '/questions?tab=mine',
      '/questions?q=look',
      '/questions/ask',
      thread,
    ]) {
      await page.goto(path, { waitUntil: 'networkidle' });
      await expectGoodOnAllScreens(page, path);
    }
    expect(await visitor.problems()).toEqual([]);
    await visitor.leave();
  });
});
