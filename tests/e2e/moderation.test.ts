import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { enterAsGuest, viewerOf } from '@/tests/support/account-pages';
import { type Visitor, expectGoodOnAllScreens, leaveAll } from '@/tests/support/browser';
import { useProduct } from '@/tests/support/product';
import { answer, ask } from '@/tests/support/thread-page';

const report = async (page: Page, path: string, kind: string, reason = 'Spam') => {
  await page.goto(path);
  await page
    .getByRole('button', { name: `Report this ${kind}` })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: `Report this ${kind}` });
  await dialog.getByRole('radio', { name: new RegExp(`^${reason}`) }).check();
  await dialog.getByRole('button', { name: 'Send the report' }).click();
  await page.getByText('Reported. A moderator reads it').waitFor();
};

describe('moderation', () => {
  const { visit, query } = useProduct();

  const guest = async (options: Parameters<typeof visit>[0] = {}): Promise<Visitor> => {
    const visitor = await visit(options);
    await enterAsGuest(visitor.page, '/questions');
    return visitor;
  };
  const moderator = async (options: Parameters<typeof visit>[0] = {}): Promise<Visitor> => {
    const visitor = await guest(options);
    const { id } = await viewerOf(visitor.page);
    await query(`UPDATE "User" SET "role" = 'moderator' WHERE "id" = $1`, [id]);
    return visitor;
  };
  const caseOf = (page: Page, title: string) => page.getByRole('article', { name: new RegExp(title) });

  it('an empty queue says what it is for, and those who are no moderators find no page', async () => {
    const [someone, one] = [await guest(), await moderator()];
    for (const path of ['/moderation', '/moderation/audit', '/moderation/posts/question/1'])
      expect((await someone.page.goto(path))?.status(), path).toBe(404);
    await one.page.goto('/questions');
    await one.page.getByRole('link', { name: 'Moderation' }).click();
    await one.page.getByText('Nothing waits.').waitFor();
    await someone.leave();
    await one.leave();
  });

  it('a newcomer’s advertisement is held, the newcomer told why, and shown when a moderator approves it', async () => {
    const [newcomer, reader, one] = [await guest(), await visit(), await moderator()];
    const title = 'Where do people buy good running shoes?';
    const path = await ask(newcomer.page, title, 'Here: https://cheap-shoes.shop/now');
    await newcomer.page.getByText(/waits for a moderator, because it links to cheap-shoes\.shop/).waitFor();
    expect((await reader.page.goto(path))?.status()).toBe(404);

    await one.page.goto('/moderation');
    const waiting = caseOf(one.page, 'Where do people buy');
    await waiting.getByText('Held: it links to cheap-shoes.shop').waitFor();
    await waiting.getByText('Links lead to cheap-shoes.shop').waitFor();
    await one.page.keyboard.press('j');
    expect(await waiting.evaluate((element) => element === document.activeElement)).toBe(true);
    await one.page.keyboard.press('a');
    await waiting.getByText('A moderator read your question, and everybody sees it now.').waitFor();
    await one.page.keyboard.press('Enter');
    await waiting.getByText('Everybody sees it now. Its author is told.').waitFor();

    expect((await reader.page.goto(path))?.status()).toBe(200);
    await newcomer.page.reload();
    expect(await newcomer.page.getByText(/waits for a moderator/).count()).toBe(0);
    await leaveAll(newcomer, one);
    await reader.leave();
  });

  it('a report is agreed with: the answer is hidden, its author reads why, and the trail keeps it', async () => {
    const [asker, helper, reader, one] = [await guest(), await guest(), await guest(), await moderator()];
    const path = await ask(asker.page, 'Which answer here will be reported?');
    await answer(helper.page, path, 'Look at my profile instead.');
    await report(reader.page, path, 'answer');
    await reader.page.getByRole('button', { name: 'Report this answer' }).click();
    const again = reader.page.getByRole('dialog');
    expect(await again.getByRole('radio', { name: /^Spam/ }).isChecked()).toBe(true);
    await again.getByRole('radio', { name: /^Something else/ }).check();
    await again.getByRole('button', { name: 'Change the report' }).click();
    await again.getByText('Say in your own words what is wrong.').waitFor();
    await again.getByLabel('In your words').fill('It sends people away.');
    await again.getByRole('button', { name: 'Change the report' }).click();
    await reader.page.getByText('Your report is changed.').waitFor();

    await one.page.goto('/moderation');
    const reported = caseOf(one.page, 'Which answer here');
    await reported.getByText('1 report: other').waitFor();
    await reported.getByText('“It sends people away.”').waitFor();
    await reported.focus();
    await one.page.keyboard.press('h');
    await reported.getByLabel('Why is it hidden?').fill('It does not answer the question.');
    await reported.getByText('A moderator hid your answer: It does not answer the question.').waitFor();
    await one.page.keyboard.press('Control+Enter');
    await reported.getByText('Hidden. Its author is told why').waitFor();

    await asker.page.goto(path);
    await asker.page.getByRole('heading', { name: 'No answer yet' }).waitFor();
    await helper.page.goto(path);
    await helper.page.getByText('A moderator hid this: It does not answer the question.').waitFor();
    await reader.page.goto(path);
    expect(await reader.page.getByText('Look at my profile').count()).toBe(0);
    await one.page.goto('/moderation/audit');
    await one.page.getByRole('listitem').filter({ hasText: 'hid an answer to Which answer here' }).waitFor();
    // The browser says of the report without words that it was refused.
    expect(await reader.problems()).toEqual([expect.stringContaining('422')]);
    for (const visitor of [asker, helper, one]) expect(await visitor.problems()).toEqual([]);
    for (const visitor of [asker, helper, reader, one]) await visitor.leave();
  });

  it('of two moderators the second is told what the first did', async () => {
    const [asker, reader, first, second] = [
      await guest(),
      await guest(),
      await moderator(),
      await moderator(),
    ];
    const path = await ask(asker.page, 'Will two moderators look at this?');
    await report(reader.page, path, 'question', 'Rude');
    for (const { page } of [first, second]) {
      await page.goto('/moderation');
      await caseOf(page, 'Will two moderators').getByRole('button', { name: 'Leave it' }).click();
    }
    await first.page.getByLabel('A word to those who reported it').fill('It is polite enough.');
    await first.page.getByRole('button', { name: 'Leave it' }).last().click();
    await caseOf(first.page, 'Will two moderators').getByText('Left as it is.').waitFor();
    await second.page.getByRole('button', { name: 'Leave it' }).last().click();
    await second.page
      .getByRole('alert')
      .getByText(/dismissed the reports in the meantime and wrote: “It is polite enough\.”/)
      .waitFor();
    for (const visitor of [asker, reader, first, second]) await visitor.leave();
  });

  it('a question is merged: its address and its answers lead to the other one, which says so', async () => {
    const [asker, helper, one] = [await guest(), await guest(), await moderator()];
    const from = await ask(asker.page, 'How does a giraffe balance its load?', 'My **own** words.');
    const into = await ask(asker.page, 'Does a giraffe balance any load at all?');
    await answer(helper.page, from, 'On four legs.');
    const permalink = helper.page.url();
    await one.page.goto(from);
    await one.page.getByRole('link', { name: 'Moderate' }).first().click();
    const shown = caseOf(one.page, 'How does a giraffe');
    await shown.getByRole('button', { name: 'Merge' }).click();
    await shown.getByRole('radio', { name: /Does a giraffe balance any load/ }).check();
    await shown
      .getByText('A moderator merged your question into “Does a giraffe balance any load at all?”')
      .waitFor();
    await shown.getByRole('button', { name: 'Merge' }).last().click();
    await shown.getByText('Merged. Its answers and followers moved').waitFor();

    const reader = await visit({ javaScript: false });
    await reader.page.goto(from);
    expect(new URL(reader.page.url()).pathname).toBe(into);
    await reader.page.getByText('Merged from: “How does a giraffe balance its load?”').click();
    await reader.page.locator('details strong', { hasText: 'own' }).waitFor();
    await reader.page.getByText('On four legs.').waitFor();
    await reader.page.goto(permalink);
    expect(reader.page.url()).toContain(`${into}?answer=`);
    const number = /questions\/(\d+)/.exec(from)?.[1] ?? '';
    expect((await reader.page.request.get(`/questions/${number}`, { maxRedirects: 0 })).status()).toBe(308);

    await one.page.reload();
    await shown.getByRole('button', { name: 'Take it out' }).click();
    await shown.getByLabel('Why do they stand apart again?').fill('One is about legs.');
    await shown.getByRole('button', { name: 'Take it out' }).last().click();
    await shown.getByText('It stands alone again').waitFor();
    await reader.page.goto(from);
    expect(new URL(reader.page.url()).pathname).toBe(from);
    await reader.page.getByText('On four legs.').waitFor();
    await leaveAll(asker, helper, one);
    await reader.leave();
  });

  it('a locked thread says so and takes votes only', async () => {
    const [asker, reader, one] = [await guest(), await guest(), await moderator()];
    const path = await ask(asker.page, 'Which thread goes in circles?');
    await reader.page.goto(path);
    await reader.page.getByLabel('Your answer').fill('This one.');
    await reader.page.getByRole('button', { name: 'Post the answer' }).focus();
    await one.page.goto(path);
    await one.page.getByRole('link', { name: 'Moderate' }).click();
    await one.page.getByRole('button', { name: 'Lock the thread' }).click();
    await one.page.getByLabel('Why is the thread locked?').fill('It goes in circles.');
    await one.page.getByText('A moderator locked this thread: It goes in circles.').waitFor();
    await one.page.getByRole('button', { name: 'Lock the thread' }).last().click();
    await one.page.getByText('Locked. The thread says why.').waitFor();
    // Heard of, and not done to somebody whose finger is on the button.
    await reader.page.getByRole('status').getByText('This question takes no more answers').waitFor();
    await reader.page.getByRole('button', { name: 'Post the answer' }).press('Enter');
    await reader.page
      .getByRole('alert')
      .getByText('A moderator locked this thread in the meantime')
      .waitFor();
    expect(await reader.page.getByLabel('Your answer').inputValue()).toBe('This one.');
    await reader.page.reload();
    await reader.page
      .getByText('A moderator locked this thread: It goes in circles. It takes votes')
      .waitFor();
    expect(await reader.page.getByLabel('Your answer', { exact: true }).count()).toBe(0);
    const kept = reader.page.getByLabel('Your answer, which was not posted');
    await kept.waitFor();
    expect(await kept.inputValue()).toBe('This one.');
    await reader.page.getByRole('button', { name: /Upvote this question/ }).click();
    await reader.page.getByRole('button', { name: /1 vote$/, pressed: true }).waitFor();
    await asker.page.goto(path);
    expect(await asker.page.getByRole('button', { name: 'Edit' }).count()).toBe(0);
    for (const visitor of [asker, reader, one]) await visitor.leave();
  });

  it('a suspension ends the session of a page that is open, hides the wave, and is undone as a whole', async () => {
    const [spammer, other, one] = [await guest(), await guest(), await moderator()];
    const thread = await ask(other.page, 'Who is posting the same thing everywhere?');
    const first = await ask(spammer.page, 'Have you seen my first great offer?');
    await ask(spammer.page, 'Have you seen my second great offer?');
    await spammer.page.goto(thread);
    const upvote = spammer.page.getByRole('button', { name: /Upvote this question/ });
    await upvote.waitFor();

    await one.page.goto(first);
    await one.page.getByRole('link', { name: 'Moderate' }).click();
    await one.page.getByRole('button', { name: 'Suspend' }).click();
    await one.page.getByRole('radio', { name: 'a day' }).check();
    await one.page.getByRole('checkbox', { name: /Hide everything that they posted/ }).check();
    await one.page.getByLabel('Why is the account suspended?').fill('The same offer in many threads.');
    await one.page
      .getByText(/This account is suspended until .* A moderator wrote: “The same offer/)
      .waitFor();
    await one.page.getByRole('button', { name: /^Suspend Guest/ }).click();
    await one.page.getByText('Suspended. Every session of the account has ended.').waitFor();

    await upvote.click();
    await spammer.page.getByText('You are signed out.').waitFor();
    await spammer.page.reload();
    await spammer.page.getByRole('link', { name: /Sign in to ask a question/ }).waitFor();
    expect((await other.page.goto(first))?.status()).toBe(404);

    await one.page.goto('/moderation/audit');
    const line = one.page.getByRole('listitem').filter({ hasText: 'hid 2 posts of the last day' });
    await line.getByRole('button', { name: 'Show the 2 posts again' }).click();
    await line.getByRole('button', { name: 'Show the 2 posts again' }).click();
    await line.getByRole('form').waitFor({ state: 'detached' });
    expect(await line.getByRole('button').count()).toBe(0);
    expect((await other.page.goto(first))?.status()).toBe(200);
    await line.getByRole('link', { name: /Guest/ }).last().click();
    await one.page.getByRole('button', { name: 'Lift the suspension' }).click();
    await one.page.getByRole('button', { name: 'Lift the suspension' }).click();
    await one.page.getByRole('button', { name: 'Suspend the account' }).waitFor();
    for (const visitor of [other, one]) await visitor.leave();
    await spammer.leave();
  });

  it('keys can be switched off, and the sheet tells them', async () => {
    const [asker, reader, one] = [await guest(), await guest(), await moderator()];
    await report(reader.page, await ask(asker.page, 'Are the keys of the queue told?'), 'question');
    const { page } = one;
    await page.goto('/moderation');
    await page.getByRole('button', { name: 'Keys' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Next case').waitFor();
    await page.getByRole('checkbox', { name: /Use these keys/ }).uncheck();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('d');
    expect(await page.getByRole('form', { name: 'Leave it' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Keys' }).click();
    await page.getByRole('checkbox', { name: /Use these keys/ }).check();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('d');
    await page.getByRole('form', { name: 'Leave it' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('form', { name: 'Leave it' }).waitFor({ state: 'detached' });
    for (const visitor of [asker, reader, one]) await visitor.leave();
  });

  it('everything is accessible, wide and narrow, light and dark', async () => {
    const [asker, reader] = [await guest(), await guest()];
    const path = await ask(
      asker.page,
      'How does the queue look to all eyes?',
      '| a | b |\n|---|---|\n| 1 | 2 |',
    );
    await report(reader.page, path, 'question', 'Wrong or outdated');
    const { id: author } = await viewerOf(asker.page);
    const number = /questions\/(\d+)/.exec(path)?.[1] ?? '';
    const one = await moderator();
    const { page } = one;
    for (const place of [
      '/moderation',
      '/moderation?after=99999999999999.2.1',
      '/moderation/audit',
      '/moderation/audit?question=999999',
      `/moderation/posts/question/${number}`,
      `/moderation/people/${author}`,
    ]) {
      await page.goto(place, { waitUntil: 'networkidle' });
      await expectGoodOnAllScreens(page, place);
    }
    await page.goto(`/moderation/posts/question/${number}`);
    for (const act of ['Hide', 'Merge', 'Suspend', 'Lock the thread']) {
      await page.getByRole('button', { name: act, exact: true }).click();
      await page.getByRole('form').getByRole('button', { name: 'Cancel' }).waitFor();
      await expectGoodOnAllScreens(page, `the form of ${act}`);
      await page.getByRole('form').getByRole('button', { name: 'Cancel' }).click();
    }
    await page.goto(path);
    await page.getByRole('button', { name: 'Report this question' }).click();
    await page.getByRole('dialog').waitFor();
    await expectGoodOnAllScreens(page, 'the report');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await one.problems()).toEqual([]);
    await leaveAll(asker, reader, one);
  });
});
