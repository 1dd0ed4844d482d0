import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { enterAsGuest, viewerOf } from '@/tests/support/account-pages';
import { lessonKey } from '@/tests/support/addresses';
import { expectAccessible, expectGoodOnAllScreens, leaveAll } from '@/tests/support/browser';
import { useProduct } from '@/tests/support/product';
import { answer, answersOn, ask, comment } from '@/tests/support/thread-page';

/** Resolves when the page hears of its thread. */
const openThread = async (page: Page, thread: string) => {
  const live = page.waitForResponse((response) => response.url().endsWith('/live') && response.ok());
  await page.goto(thread);
  await live;
  // A page that is loaded anew has lost this.
  await page.evaluate(() => Reflect.set(window, 'isSamePage', true));
};
const isSamePage = (page: Page) => page.evaluate(() => Reflect.get(window, 'isSamePage') === true);

describe('notifications', () => {
  // Mail is on; nothing is sent here.
  const { visit, stack, query } = useProduct({ env: { SMTP_URL: 'smtp://127.0.0.1:9' } });

  const twoPeople = async () => {
    const [asker, helper] = [await visit(), await visit()];
    await enterAsGuest(asker.page, '/questions');
    await enterAsGuest(helper.page, '/questions');
    return { asker, helper };
  };

  it('an answer appears in the asker’s open thread without a reload, and a draft in the form stays', async () => {
    const { asker, helper } = await twoPeople();
    const thread = await ask(asker.page, 'Does an answer come by itself?');
    await openThread(asker.page, thread);
    const draft = asker.page.getByLabel('Your answer');
    await draft.fill('I think that');
    await draft.blur();
    await answer(helper.page, thread, 'It does.');
    await answersOn(asker.page).getByText('It does.').waitFor();
    await asker.page.getByRole('heading', { name: '1 answer' }).waitFor();
    await asker.page.getByRole('status').getByText('1 new answer').waitFor({ state: 'attached' });
    expect(await draft.inputValue()).toBe('I think that');
    expect(await isSamePage(asker.page)).toBe(true);
    await leaveAll(asker, helper);
  });

  it('nothing moves under somebody who types: what is new is offered, and shown when they want it', async () => {
    const { asker, helper } = await twoPeople();
    const thread = await ask(asker.page, 'Does anything move while I type?');
    await openThread(asker.page, thread);
    const draft = asker.page.getByLabel('Your answer');
    await draft.focus();
    await asker.page.keyboard.type('Half a sen');
    await answer(helper.page, thread, 'From elsewhere.');
    await asker.page.getByRole('status').getByText('1 new answer').waitFor();
    await asker.page.keyboard.type('tence');
    expect(await draft.inputValue()).toBe('Half a sentence');
    expect(await answersOn(asker.page).count()).toBe(0);
    await expectAccessible(asker.page, 'a thread with something new');
    await asker.page.getByRole('button', { name: 'Show' }).click();
    await answersOn(asker.page).getByText('From elsewhere.').waitFor();
    await asker.page.waitForFunction(() => document.activeElement?.id.startsWith('answer-'));
    expect(await draft.inputValue()).toBe('Half a sentence');
    expect(await isSamePage(asker.page)).toBe(true);
    await leaveAll(asker, helper);
  });

  it('what happens out of sight moves nothing in sight, and what came in is one press away', async () => {
    const { asker, helper } = await twoPeople();
    const thread = await ask(asker.page, 'Does the page stay where I read?', 'A line.\n\n'.repeat(20));
    for (let at = 1; at <= 3; at += 1)
      await answer(
        helper.page,
        thread,
        `Answer ${at}.\n\n${'Some words.\n\n'.repeat(20)}The end of ${at}.`.trim(),
      );
    const { page } = asker;
    await openThread(page, thread);
    const read = answersOn(page).nth(1);
    await read.getByText('The end of 2.').scrollIntoViewIfNeeded();
    const placeOf = () =>
      read.getByText('The end of 2.').evaluate((words) => words.getBoundingClientRect().top);
    const before = await placeOf();
    // Once as the browser does it, and once as in a browser that keeps no place itself.
    for (const [anchor, words] of [
      ['auto', 'A remark far above.'],
      ['none', 'Another one.'],
    ] as const) {
      await page.evaluate((value) => (document.documentElement.style.overflowAnchor = value), anchor);
      await comment(helper.page, thread, '#question', words);
      await page.locator('#question').getByText(words).waitFor({ state: 'attached' });
      expect(Math.abs((await placeOf()) - before), anchor).toBeLessThan(2);
      await page.getByRole('button', { name: 'Close this message' }).click();
      expect(Math.abs((await placeOf()) - before), anchor).toBeLessThan(2);
    }
    await answer(helper.page, thread, 'Far below.');
    const link = page.getByRole('link', { name: 'Go to it' });
    await link.waitFor();
    await page.getByRole('status').getByText('1 new answer').waitFor();
    expect(Math.abs((await placeOf()) - before)).toBeLessThan(2);
    await link.click();
    await page.waitForFunction(() => {
      const shown = document.querySelector(':target')?.getBoundingClientRect();
      return shown !== undefined && shown.top < innerHeight;
    });
    expect(await isSamePage(page)).toBe(true);
    await leaveAll(asker, helper);
  });

  it('a page that was cut off catches up when the connection is back', async () => {
    const { asker, helper } = await twoPeople();
    const thread = await ask(asker.page, 'What happens in a tunnel?');
    await openThread(asker.page, thread);
    await asker.context.setOffline(true);
    await answer(helper.page, thread, 'You miss it.');
    await asker.context.setOffline(false);
    // Offered when the connection was gone, shown when it outlived the tunnel and what came waited.
    const [offer, missed] = [
      asker.page.getByRole('button', { name: 'Show' }),
      answersOn(asker.page).getByText('You miss it.'),
    ];
    await offer.or(missed).first().waitFor();
    if (await offer.isVisible()) await offer.click();
    await missed.waitFor();
    expect(await isSamePage(asker.page)).toBe(true);
    await helper.leave();
    await asker.leave();
  });

  it('a page that is left, or goes to the background, holds no connection', async () => {
    const streams = async () => {
      const metrics = await (await fetch(`${stack().siteUrl}/api/metrics`)).text();
      return Number(/^site_live_streams (\d+)$/m.exec(metrics)?.[1]);
    };
    const asker = await visit();
    await enterAsGuest(asker.page, '/questions');
    const thread = await ask(asker.page, 'Who holds a connection here?');
    await openThread(asker.page, thread);
    await expect.poll(streams, { timeout: 10_000 }).toBe(1);
    await asker.page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await expect.poll(streams, { timeout: 10_000 }).toBe(0);
    await asker.page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await expect.poll(streams, { timeout: 10_000 }).toBe(1);
    await asker.page.goto('/questions');
    await expect.poll(streams, { timeout: 10_000 }).toBe(0);
    await leaveAll(asker);
  });

  it('the header counts, the list says what is new, and opening marks it read', async () => {
    const { asker, helper } = await twoPeople();
    const thread = await ask(asker.page, 'Who tells me that there is an answer?');
    await asker.page.goto('/notifications');
    await asker.page.getByText('Nothing yet.').waitFor();
    await answer(helper.page, thread, 'The header does.');
    await comment(helper.page, thread, '#question', 'And the list.');
    await asker.page.goto(`/courses/${lessonKey}`);
    await asker.page.getByRole('link', { name: /^2 new · Guest/ }).click();
    await asker.page.getByRole('heading', { level: 1, name: 'Notifications' }).waitFor();
    const group = asker.page.getByRole('region', { name: 'Who tells me that there is an answer?' });
    expect(await group.getByText('New', { exact: true }).count()).toBe(2);
    await group.getByText('The header does.').waitFor();
    await group.getByRole('link', { name: /answered your question/ }).click();
    await asker.page.waitForURL((url) => url.pathname === thread && url.hash.startsWith('#answer-'));
    await answersOn(asker.page).getByText('The header does.').waitFor();
    // The comment stands on the same page: it is read, too.
    await asker.page
      .getByRole('banner')
      .getByRole('link', { name: /^Guest \d+$/ })
      .waitFor();
    await asker.page.goto('/notifications');
    await group.waitFor();
    expect(await group.getByText('New', { exact: true }).count()).toBe(0);

    await answer(helper.page, thread, 'Once more.');
    await asker.page.reload();
    await group.getByText('New', { exact: true }).waitFor();
    await asker.page.getByRole('button', { name: 'Mark all as read' }).click();
    await group.getByText('New', { exact: true }).waitFor({ state: 'detached' });
    await asker.page
      .getByRole('banner')
      .getByRole('link', { name: /^Guest \d+$/ })
      .waitFor();
    await leaveAll(asker, helper);
  });

  it('one follows a question and stops, by keyboard, and finds it in a list', async () => {
    const { asker, helper } = await twoPeople();
    const title = 'Can somebody else follow this?';
    const thread = await ask(asker.page, title);
    await asker.page.getByRole('button', { name: 'Following: stop following this question' }).waitFor();
    await helper.page.goto(thread);
    const follow = (name: RegExp) =>
      helper.page.getByRole('button', { name }).and(helper.page.locator(':enabled'));
    await follow(/^Follow this question/).focus();
    await helper.page.keyboard.press('Enter');
    await helper.page.getByText('You will be told what others add.').waitFor();
    await helper.page.goto('/questions?tab=following');
    await helper.page.getByRole('link', { name: title }).click();
    await follow(/^Following/).press('Enter');
    await helper.page.getByText('You will not be told of this question any more.').waitFor();
    await helper.page.goto('/questions?tab=following');
    await helper.page.getByText('You follow no question here.').waitFor();
    await leaveAll(asker, helper);
  });

  it('mail stops by the link of a mail, signed out and without JavaScript, and starts again in the account', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await enterAsGuest(page, '/questions');
    const { id } = await viewerOf(page);
    await query(
      `UPDATE "User" SET "isGuest" = false, "email" = $2, "emailVerifiedAt" = now() WHERE "id" = $1`,
      [id, `ada-${Date.now()}@example.org`],
    );
    const digest = async () => {
      const [row] = await query<{ digest: string }>('SELECT "digest"::text FROM "User" WHERE "id" = $1', [
        id,
      ]);
      return row?.digest;
    };
    const secret = await readFile(path.join(stack().dataDir, 'keys/session-secret'), 'utf8');
    Object.assign(process.env, {
      NEXTAUTH_SECRET: secret.trim(),
      NEXTAUTH_URL: stack().siteUrl,
      DATABASE_URL: stack().databaseUrl,
    });
    const { writeUnsubscribeToken } = await import('@/lib/notifications/digest/unsubscribe-token');
    const token = writeUnsubscribeToken(id);
    const stranger = await visit({ javaScript: false });
    await stranger.page.goto(`/api/notifications/unsubscribe?${new URLSearchParams({ token })}`);
    expect(await digest()).toBe('daily');
    await stranger.page.getByRole('button', { name: 'Send me no more of it' }).click();
    await stranger.page.getByRole('heading', { name: 'No more mail about questions' }).waitFor();
    expect(await digest()).toBe('off');
    await page.goto('/account');
    await page.getByRole('radio', { name: 'Never', checked: true }).waitFor();
    await page.getByRole('radio', { name: 'At most once a week' }).check();
    await page
      .getByRole('group', { name: /Mail me/ })
      .locator('xpath=..')
      .getByRole('button', { name: 'Save' })
      .click();
    await page.getByText('Saved.').waitFor();
    expect(await digest()).toBe('weekly');
    await leaveAll(visitor, stranger);
  });

  it('all of it is accessible, wide and narrow, light and dark', async () => {
    const helper = await visit();
    await enterAsGuest(helper.page, '/questions');
    const visitor = await visit();
    const { page } = visitor;
    await enterAsGuest(page, '/questions');
    const look = async (where: string) => {
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectGoodOnAllScreens(page, where);
    };
    await page.goto('/notifications');
    await look('no notifications');
    const thread = await ask(page, 'How do notifications look on every screen?');
    await answer(helper.page, thread, 'Like this, and with a-very-long-word-that-does-not-break'.repeat(3));
    await comment(helper.page, thread, '#question', 'And with `code` in it.');
    await page.goto('/notifications');
    await page.getByRole('link', { name: /new · / }).waitFor();
    await look('notifications');
    await openThread(page, thread);
    await page.getByLabel('Your answer').focus();
    await page.evaluate(() => document.querySelector('body > footer')?.scrollIntoView());
    await answer(helper.page, thread, 'Something new.');
    await page.getByRole('button', { name: 'Show' }).waitFor();
    await look('thread');
    await page.goto('/account');
    await look('account');
    await page.goto('/notifications/unsubscribe');
    await look('unsubscribe');
    expect(await visitor.problems()).toEqual([]);
    await leaveAll(helper, visitor);
  });
});
