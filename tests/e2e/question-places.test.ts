import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { enterAsGuest } from '@/tests/support/account-pages';
import { lesson, lessonKey } from '@/tests/support/addresses';
import { type Visitor, expectGoodOnAllScreens } from '@/tests/support/browser';
import { useProduct } from '@/tests/support/product';
import { selectParagraph } from '@/tests/support/reading-page';
import { answersOn, postQuestion } from '@/tests/support/thread-page';
import { button, endLab, region, startLab } from '@/tests/support/workspace-page';

const interview = 'Nginx or HAProxy?';

const edit = async (page: Page, change: { title?: string; body?: string }) => {
  const article = page.locator('#question');
  await article.getByRole('button', { name: 'Edit' }).click();
  if (change.title) await page.getByLabel('Title').fill(change.title);
  if (change.body) await page.getByLabel('Details').fill(change.body);
  await page.getByRole('button', { name: 'Save' }).click();
  // With another title the page has another address and begins anew, without the word that it was saved.
  if (change.title) await page.getByRole('heading', { level: 1, name: change.title }).waitFor();
  else await article.getByText('Saved.').waitFor();
};

describe('questions where they belong', () => {
  const product = useProduct();
  /** A lesson is not rewritten during a test, so the question says that it was asked on another text. */
  const asOfAnotherText = (path: string, passage: string) =>
    product.query(`UPDATE "Question" SET "passageCheckedFor" = 'of-then', "passage" = $2 WHERE "id" = $1`, [
      /^\/questions\/(\d+)/.exec(path)?.[1],
      passage,
    ]);
  const visitors: Visitor[] = [];
  const visit = async (options?: Parameters<typeof product.visit>[0]) => {
    const visitor = await product.visit(options);
    visitors.push(visitor);
    return visitor;
  };
  afterEach(async () => {
    for (const visitor of visitors.splice(0)) {
      await endLab(visitor.page);
      await visitor.leave();
    }
  });

  it('a reader asks about a paragraph, signs in on the way, and the thread quotes it and leads back to it', async () => {
    const { page, problems } = await visit();
    await page.goto(lesson);
    const words = await selectParagraph(page, 'what-a-balancer-is-for');
    expect(words.length).toBeGreaterThan(80);
    await button(page, 'Ask about this').click();
    await page.getByRole('link', { name: /Sign in to ask a question/ }).click();
    await page.getByRole('button', { name: /guest/i }).click();
    await page.waitForURL((url) => url.pathname === '/questions/ask');
    const chips = page.getByRole('list', { name: 'What it is about' });
    await chips.getByText('About the section: “What a balancer is for”').waitFor();
    await chips.getByText(words.slice(0, 60)).waitFor();
    await page.getByLabel('Details').fill('Half a thought');
    await page.reload();
    await chips.getByText(words.slice(0, 60)).waitFor();
    const path = await postQuestion(page, 'What if there is no balancer at all?', 'See the *passage*.');
    const about = page.getByRole('complementary', { name: 'What it is about' });
    expect((await about.locator('blockquote').textContent())?.trim()).toBe(words);
    const link = about.getByRole('link', { name: '“What a balancer is for”' });
    expect(await link.getAttribute('href')).toMatch(/^\/courses\/.*#what-a-balancer-is-for:~:text=\S+,\S+$/);
    expect(await about.getByText('has changed').count()).toBe(0);
    await link.click();
    await page.waitForURL((url) => url.pathname === lesson);
    await page.goto(`/questions?lesson=${lessonKey}&heading=what-a-balancer-is-for`);
    await page.getByText('On “What a balancer is for” in').waitFor();
    expect(await page.getByRole('link', { name: 'What if there is no balancer' }).getAttribute('href')).toBe(
      path,
    );
    expect(await problems()).toEqual([]);
  });

  it('the keyboard asks too; what a question is about is removed, dropped and put back in plain sight', async () => {
    const { page, problems } = await visit();
    await enterAsGuest(page, lesson);
    await selectParagraph(page, 'sticky-sessions');
    await page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
    await page.keyboard.press('a');
    await page.waitForURL((url) => url.pathname === '/questions/ask');
    const chips = page.getByRole('list', { name: 'What it is about' });
    const passage = chips.getByText('About the passage');
    await passage.waitFor();
    const place = page.getByLabel('Lesson or lab');
    await place.selectOption({ label: 'Lab: Your first load balancer' });
    await passage.waitFor({ state: 'detached' });
    await page.getByText(/Before, this was about .*the section “Sticky sessions”, a passage/).waitFor();
    await button(page, 'Put it back').click();
    await passage.waitFor();
    expect(await place.inputValue()).toBe(lessonKey);
    await button(page, 'Remove the passage').click();
    await passage.waitFor({ state: 'detached' });
    await chips.getByText('About the section').waitFor();
    await page.getByLabel('Your question in one sentence').fill('Words of a draft that stay');
    await page.goto(`/questions/ask?lab=failover`);
    await page.getByText(/Before, this was about/).waitFor();
    expect(await place.inputValue()).toBe('labs/failover');
    expect(await page.getByLabel('Your question in one sentence').inputValue()).toBe(
      'Words of a draft that stay',
    );
    expect(await problems()).toEqual([]);
  });

  it('a run in a real lab becomes a card for everybody when its owner asks about it, and a link for others', async () => {
    const { page, problems } = await visit();
    page.setDefaultTimeout(30_000);
    await startLab(page, 'first-balancer');
    await page.getByRole('switch', { name: 'Traffic' }).click();
    await button(page, 'Crash app1').click();
    await region(page, 'Topology')
      .getByText(/crashed/i)
      .first()
      .waitFor();
    await region(page, 'Tasks').getByRole('button', { name: 'Check' }).first().click();
    await page
      .getByText(/✓|passed|not yet/i)
      .first()
      .waitFor();
    await endLab(page);
    await page.getByRole('link', { name: 'Ask about this run' }).click();
    await page.waitForURL((url) => url.pathname === '/questions/ask');
    const chips = page.getByRole('list', { name: 'What it is about' });
    await chips.getByText(/About the run: “Your first load balancer” of/).waitFor();
    await page.getByText('This run’s result becomes public').waitFor();
    const run = new URL(page.url()).searchParams.get('run') ?? '';
    await page.goto(`/runs/${run}`);
    await page.getByText('app1').first().waitFor();
    await page.getByRole('link', { name: 'Ask about this run' }).click();
    const path = await postQuestion(page, 'Why did requests fail when app1 was gone?', 'I had one server.');

    const reader = await visit({ javaScript: false });
    await reader.page.goto(path);
    const card = reader.page.locator('figure', { hasText: 'Lab run: Your first load balancer' });
    await card.getByText('Nginx', { exact: true }).waitFor();
    await card.getByText('What happened, by the time since the start').click();
    await card.getByText(/app1/).first().waitFor();
    expect(await card.getByRole('link', { name: 'Do this lab' }).getAttribute('href')).toBe(
      '/labs/first-balancer',
    );
    await reader.page.getByRole('link', { name: 'Lab: Your first load balancer' }).click();
    const section = reader.page.getByRole('region', { name: 'Questions on this lab' });
    await section.getByRole('heading', { name: 'Questions on this lab 1' }).waitFor();
    await section.getByRole('link', { name: 'Why did requests fail' }).waitFor();
    await section.getByRole('link', { name: /Sign in to ask a question/ }).waitFor();
    expect((await reader.page.goto(`/runs/${run}`))?.url()).toContain('/sign-in');

    const other = await visit();
    await enterAsGuest(other.page, path);
    await other.page.getByLabel('Your answer').fill(`Mine, I say:\n\n/runs/${run}`);
    await other.page.getByText('This run’s result becomes public').waitFor();
    await button(other.page, 'Preview').click();
    const preview = other.page.getByRole('region', { name: 'Preview' });
    await preview.getByText(`/runs/${run}`).waitFor();
    expect(await preview.locator('.run-card').count()).toBe(0);
    await button(other.page, 'Post the answer').click();
    const answer = answersOn(other.page);
    await answer.getByText(`/runs/${run}`).waitFor();
    expect(await answer.locator('.run-card').count()).toBe(0);

    await page.getByLabel('Your answer').fill(`/runs/${run}`);
    await button(page, 'Preview').click();
    await page.getByRole('region', { name: 'Preview' }).locator('.run-card').waitFor();
    for (const list of [problems, reader.problems, other.problems]) expect(await list()).toEqual([]);
  });

  it('an edit is shown word by word, whatever was typed, and old links go on working', async () => {
    const { page, problems } = await visit();
    await enterAsGuest(page, `/questions/ask?lesson=${lessonKey}`);
    const first = 'Is <img src=x onerror=alert(1)> shown as text?';
    const second = 'Is <script>alert(2)</script> shown as text?';
    const old = await postQuestion(page, first, 'The balancer drops it.\n\n<script>alert(3)</script>');
    await edit(page, { title: second, body: 'The proxy drops it.\n\n<script>alert(3)</script>' });
    const path = new URL(page.url()).pathname;
    await page.goto(old);
    await page.waitForURL((url) => url.pathname !== old);
    await page.locator('#question').getByRole('link', { name: 'history' }).click();
    await page.getByRole('heading', { name: 'From version 1 to version 2' }).waitFor();
    await page.locator('del', { hasText: 'balancer' }).waitFor();
    await page.locator('ins', { hasText: 'proxy' }).waitFor();
    await page.getByText('[removed: ').first().waitFor({ state: 'attached' });
    expect(await page.locator('main script, main img').count()).toBe(0);
    await page.goto(path);
    await edit(page, { title: first });
    await page.goto(`${path}?answer=1`);
    await page.waitForURL((url) => url.pathname === old && url.search === '?answer=1');
    await page.goto(old);
    expect(new URL(page.url()).pathname, 'the first title is back').toBe(old);
    await page.locator('#question').getByRole('link', { name: 'history' }).click();
    await page.getByLabel('From', { exact: true }).selectOption('1');
    await page.getByLabel('To', { exact: true }).selectOption('3');
    await button(page, 'Compare').click();
    await page.getByRole('heading', { name: 'From version 1 to version 3' }).waitFor();
    await page.locator('ins', { hasText: 'proxy' }).waitFor();
    expect(await problems()).toEqual([]);
  });

  it('an interview question says how many ask about it and leads there', async () => {
    const { page, problems } = await visit();
    await page.goto(lesson);
    const answer = page.getByRole('region', { name: interview });
    await answer.scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 10);
    await answer.getByRole('link', { name: 'Questions on this 0' }).waitFor();
    await enterAsGuest(page, lesson);
    await answer.getByRole('link', { name: 'Ask', exact: true }).click();
    await page.getByText(`About the section: “${interview}”`).waitFor();
    await postQuestion(page, 'Which of the two would you rather debug?');
    await page.getByRole('link', { name: `“${interview}”` }).click();
    await page.mouse.wheel(0, 10);
    await answer.getByRole('link', { name: 'Questions on this 1' }).click();
    await page.getByText(`On “${interview}” in`).waitFor();
    await page.getByRole('link', { name: 'Which of the two' }).waitFor();
    expect(await problems()).toEqual([]);
  });

  it('a thread says when its lesson has changed, and what the asker found about it', async () => {
    const { page, problems } = await visit();
    await enterAsGuest(page, `/questions/ask?lesson=${lessonKey}&heading=sticky-sessions`);
    const path = await postQuestion(page, 'Does this still hold after the rewrite?');
    await asOfAnotherText(path, 'Words <b>that</b> were here once.');
    const reader = await visit();
    await reader.page.goto(path);
    await reader.page.getByText('The lesson has changed since this was asked.').waitFor();
    await reader.page.getByText('Words <b>that</b> were here once.').waitFor();
    expect(await reader.page.getByRole('button', { name: 'Still applies' }).count()).toBe(0);
    await page.reload();
    await button(page, 'No longer applies').click();
    await page.getByText('The question no longer applies to it.').waitFor();
    await button(page, 'Still applies').click();
    await page.getByText('The question still applies.').waitFor();
    await reader.page.reload();
    await reader.page.getByText('The question still applies.').waitFor();
    expect([...(await problems()), ...(await reader.problems())]).toEqual([]);
  });

  it('a comment has an address, is deleted and comes back; a module’s tag leads to its questions under every tab', async () => {
    const { page, problems } = await visit();
    await enterAsGuest(page, `/questions/ask?lab=layer-4`);
    const path = await postQuestion(page, 'May a comment come back to life?');
    await button(page, 'Comment').click();
    await page.getByLabel('Your comment').fill('I was here.');
    await button(page, 'Post the comment').click();
    const comments = page.getByRole('list', { name: 'Comments' });
    const link = (await comments.getByRole('link', { name: 'Link' }).getAttribute('href')) ?? '';
    expect(link).toMatch(/\?comment=(\d+)#comment-\1$/);
    await comments.getByRole('button', { name: 'Delete' }).click();
    await comments.getByText('You deleted this comment').waitFor();
    const reader = await visit();
    await reader.page.goto(path);
    expect(await reader.page.getByText('I was here.').count()).toBe(0);
    await comments.getByRole('button', { name: 'Restore' }).click();
    await comments.getByText('You deleted this comment').waitFor({ state: 'detached' });
    await reader.page.goto(link);
    await reader.page.locator('li:target', { hasText: 'I was here.' }).waitFor();
    await reader.page.getByRole('link', { name: 'Module: High Availability & Load Balancing' }).click();
    for (const tab of ['Unanswered', 'Most helpful', 'Newest']) {
      await reader.page.getByRole('link', { name: tab, exact: true }).click();
      await reader.page.getByRole('link', { name: 'May a comment come back' }).waitFor();
      expect(new URL(reader.page.url()).searchParams.get('module')).toBe('load-balancing');
    }
    expect([...(await problems()), ...(await reader.problems())]).toEqual([]);
  });

  it('all of it is accessible and fits, wide and narrow, light and dark', async () => {
    const writer = await visit();
    await enterAsGuest(writer.page, lesson);
    await selectParagraph(writer.page, 'what-a-balancer-is-for');
    await button(writer.page, 'Ask about this').click();
    const body = `${'Words. '.repeat(200)}\n\nThe end.`;
    const thread = await postQuestion(writer.page, 'How does this look on every screen?', body);
    await edit(writer.page, {
      body: body.replace('The end.', 'An end with a_very_long_word_'.concat('x'.repeat(80))),
    });
    await asOfAnotherText(thread, 'Words that were here once.');
    for (const path of [
      thread,
      `${thread}/history`,
      `/questions/ask?lesson=${lessonKey}&heading=sticky-sessions`,
      '/questions?module=load-balancing',
      '/labs/layer-4',
      `${lesson}#nginx-or-haproxy`,
    ]) {
      await writer.page.goto(path, { waitUntil: 'networkidle' });
      if (path.startsWith('/labs/'))
        await writer.page.getByRole('button', { name: /^Questions \d+$/ }).click();
      await expectGoodOnAllScreens(writer.page, path);
    }
    expect(await writer.problems()).toEqual([]);
    await writer.leave();
  });
});
