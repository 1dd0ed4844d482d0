import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { enterAsGuest, signIn, signUp, viewerOf } from '@/tests/support/account-pages';
import { expectGoodOnAllScreens, leaveAll } from '@/tests/support/browser';
import { password } from '@/tests/support/passwords';
import { useProduct } from '@/tests/support/product';
import { answer, ask } from '@/tests/support/thread-page';

const accountShown = (page: Page) => page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor();
const join = async (page: Page, name: string) => {
  const email = await signUp(page, name, '/account');
  await accountShown(page);
  return email;
};
const comeIn = async (page: Page, email: string) => {
  await signIn(page, email, '/account');
  await accountShown(page);
};

describe('the account page', () => {
  const { query, visit } = useProduct();

  it('shows where one is signed in, and ends a session there at once', async () => {
    const [laptop, phone] = [await visit(), await visit()];
    const email = await join(laptop.page, 'Ada Lovelace');
    await comeIn(phone.page, email);
    await laptop.page.reload();
    const list = laptop.page.getByRole('region', { name: 'Where you are signed in' });
    expect(await list.getByRole('listitem').count()).toBe(2);
    await list
      .getByRole('listitem')
      .filter({ hasText: 'this session' })
      .getByText('Chrome on Linux')
      .waitFor();
    await list.getByRole('button', { name: 'End the session of Chrome on Linux' }).click();
    await list.getByText('The session of Chrome on Linux has ended.').waitFor();
    await list.getByRole('button', { name: /^End/ }).first().waitFor({ state: 'detached' });
    expect(await laptop.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('status');
    await phone.page.goto('/account');
    expect(new URL(phone.page.url()).pathname).toBe('/sign-in');
    expect(await viewerOf(laptop.page)).toMatchObject({ name: 'Ada Lovelace' });

    await comeIn(phone.page, email);
    await laptop.page.reload();
    await list.getByRole('button', { name: 'End all others' }).click();
    await list.getByText('All other sessions have ended.').waitFor();
    expect(await viewerOf(phone.page)).toBeNull();
    await laptop.page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await laptop.page.waitForURL((url) => url.pathname === '/');
    expect(await viewerOf(laptop.page)).toBeNull();
    expect([...(await laptop.problems()), ...(await phone.problems())]).toEqual([]);
    await laptop.leave();
    await phone.leave();
  });

  it('changes the profile that others see, and keeps what was typed when it is refused', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await join(page, 'Ada');
    await page.getByLabel('Name').fill(' ');
    await page.getByLabel('About you').fill('I run queues.\nAsk me.');
    await page.getByRole('button', { name: 'Save the profile' }).click();
    await page.getByRole('alert').getByText('Enter the name that others may see.').waitFor();
    expect(await page.getByLabel('About you').inputValue()).toBe('I run queues.\nAsk me.');
    await page.getByLabel('Name').fill('Ada L.');
    await page.getByRole('button', { name: 'Save the profile' }).click();
    await page.getByText('Your profile is saved.').waitFor();
    const thread = await ask(page, 'Is my name beside this question?');
    await page.goto('/account');
    await page.getByRole('link', { name: 'Your public page' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ada L.' }).waitFor();
    await page.getByText('I run queues.').waitFor();
    await page.getByText('This is what others see of you').waitFor();

    const reader = await visit({ javaScript: false });
    await reader.page.goto(thread);
    await reader.page.locator('#question').getByRole('link', { name: 'Ada L.' }).click();
    await reader.page.getByRole('heading', { level: 1, name: 'Ada L.' }).waitFor();
    await reader.page.getByText(/Member since \w+ \d{4}/).waitFor();
    await reader.page.getByRole('link', { name: 'Is my name beside this question?' }).waitFor();
    expect(await reader.page.locator('meta[name=robots]').count()).toBe(1);
    expect(await reader.page.locator('meta[name=robots]').getAttribute('content')).toBe('index');
    const missing = await reader.page.goto('/people/0193b2a8-7c55-7e4e-9b1a-5d8f3c2a1b0e');
    expect(missing?.status()).toBe(404);
    // The name that was refused on purpose, and the page that is not there.
    const isWanted = (problem: string) => !/status of (404|422)\b/.test(problem);
    expect([...(await visitor.problems()), ...(await reader.problems())].filter(isWanted)).toEqual([]);
    await visitor.leave();
    await reader.leave();
  });

  it('gives the data as a file', async () => {
    const visitor = await visit();
    const email = await join(visitor.page, 'Grace');
    const link = visitor.page.getByRole('link', { name: 'Download my data' });
    const [download] = await Promise.all([visitor.page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^system-design-mastery-\d{4}-\d\d-\d\d\.json$/);
    const file: unknown = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(file).toMatchObject({ account: [{ email, name: 'Grace' }], isComplete: true });
    for (let at = 0; at < 4; at += 1) await visitor.page.request.get('/api/accounts/export');
    await link.click();
    await visitor.page.getByText('You downloaded it five times within an hour').waitFor();
    expect(await visitor.problems()).toEqual([]);
    await visitor.leave();
  });

  it('deletes the account after a choice and a confirmation; the posts stay as a deleted user’s', async () => {
    const [leaver, other] = [await visit(), await visit()];
    await join(leaver.page, 'Leaver');
    const thread = await ask(leaver.page, 'What becomes of this question?');
    await join(other.page, 'Stayer');
    await answer(other.page, thread, 'It stays.');
    const { page } = leaver;
    await page.goto('/account');
    await page.getByRole('link', { name: 'See what goes, and delete it' }).click();
    await page.getByText('You have 1 question and 0 answers').waitFor();
    const go = page.getByRole('button', { name: 'Delete my account for good' });
    await page.getByLabel('Your password').fill('not-the-password');
    await go.click();
    await page.getByRole('alert').getByText('Choose what becomes of your posts.').waitFor();
    await page.getByLabel(/Keep my posts/).check();
    await go.click();
    await page.getByRole('alert').getByText('The password is not right.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('confirmation');
    expect(await page.getByLabel(/Keep my posts/).isChecked()).toBe(true);
    await page.getByLabel('Your password').fill(password);
    await go.click();
    await page.getByRole('heading', { level: 1, name: 'Your account is deleted' }).waitFor();
    expect(await viewerOf(page)).toBeNull();
    await page.goto(thread);
    await page.locator('#question').getByText('Asked by deleted user').waitFor();
    await page.getByRole('article', { name: 'Answer by Stayer' }).waitFor();
    // The browser itself says that two forms were refused.
    expect((await leaver.problems()).filter((problem) => !problem.includes('422'))).toEqual([]);
    expect(await other.problems()).toEqual([]);
    await leaver.leave();
    await other.leave();
  });

  it('deletes a guest by name, and takes the posts away where nobody else is under them', async () => {
    const [guest, other] = [await visit(), await visit()];
    await enterAsGuest(guest.page, '/account');
    const { id, name } = await viewerOf(guest.page);
    const [alone, answered] = [
      await ask(guest.page, 'Is this question alone with itself?'),
      await ask(guest.page, 'Has somebody answered this one?'),
    ];
    await join(other.page, 'Answerer');
    await answer(other.page, answered, 'Somebody has.');
    expect((await other.page.goto(`/people/${id}`))?.status()).toBe(200);
    expect(await other.page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
    await guest.page.goto('/account/delete');
    await guest.page.getByLabel(/Take my posts away/).check();
    await guest.page.getByLabel('Your name').fill(name);
    await guest.page.getByRole('button', { name: 'Delete my account for good' }).click();
    await guest.page.getByRole('heading', { level: 1, name: 'Your account is deleted' }).waitFor();
    expect((await other.page.goto(alone))?.status()).toBe(404);
    expect((await other.page.goto(`/people/${id}`))?.status()).toBe(404);
    const [number] = /\d+/.exec(answered) ?? [];
    await other.page.goto(`/questions/${number}`);
    await other.page
      .getByRole('heading', { level: 1, name: 'The person who asked took this question away.' })
      .waitFor();
    await other.page
      .getByRole('article', { name: 'Answer by Answerer' })
      .getByText('Somebody has.')
      .waitFor();
    expect(await guest.problems()).toEqual([]);
    await guest.leave();
    await other.leave();
  });

  it('lets an admin make a mentor, whose answers are then known as a mentor’s', async () => {
    const [admin, mentor, asker] = [await visit(), await visit(), await visit()];
    const email = await join(admin.page, 'Admin');
    await join(mentor.page, 'Mona');
    const { id } = await viewerOf(mentor.page);
    await join(asker.page, 'Asker');
    const thread = await ask(asker.page, 'Who answers with some experience?');
    await answer(mentor.page, thread, 'I do.');
    await admin.page.goto(`/people/${id}`);
    expect(await admin.page.getByRole('button', { name: 'Set the role' }).count()).toBe(0);
    await query(`UPDATE "User" SET "role" = 'admin' WHERE "email" = $1`, [email]);
    await admin.page.reload();
    await admin.page.getByLabel('Role of this person').selectOption('mentor');
    await admin.page.getByRole('button', { name: 'Set the role' }).click();
    await admin.page.locator('header').getByText('Mentor', { exact: true }).waitFor();
    await asker.page.goto(thread);
    const given = asker.page.getByRole('article', { name: 'Answer by Mona' });
    await given.getByText('A mentor’s answer').waitFor();
    await given.getByText('Mentor', { exact: true }).waitFor();
    await leaveAll(admin, mentor, asker);
  });

  it('and the pages around it are accessible, wide and narrow, light and dark', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await join(page, `Maximiliane-Theodora${'a'.repeat(20)} Featherstonehaugh`);
    const { id } = await viewerOf(page);
    const thread = await ask(page, 'How does my name look on every screen?');
    await answer(page, thread, 'Long.');
    for (const path of [
      '/account',
      '/account/delete',
      '/account/deleted',
      `/people/${id}`,
      `/people/${id}?tab=answers`,
      thread,
      '/questions',
    ]) {
      await page.goto(path, { waitUntil: 'networkidle' });
      await expectGoodOnAllScreens(page, path);
    }
    expect(await visitor.problems()).toEqual([]);
    await visitor.leave();
  });
});
