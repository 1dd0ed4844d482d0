import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser, newVisitor } from '@/tests/support/browser';
import { startStack, type Stack } from '@/tests/support/stack';

const password = 'quorum-lease-fence-42';

describe('accounts', () => {
  let stack: Stack;
  let browser: Browser;
  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  it('a guest keeps what they did when they sign up, and can sign in elsewhere', async () => {
    const guest = await newVisitor(browser, { baseURL: stack.siteUrl });
    await guest.page.goto('/sign-in');
    await guest.page.getByRole('button', { name: 'Continue as guest' }).click();
    await guest.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    const before = await guest.page.request.get('/api/viewer').then((answer) => answer.json());

    const email = `ada-${Date.now()}@example.org`;
    await guest.page.goto('/sign-up');
    await guest.page.getByLabel('Name').fill('Ada');
    await guest.page.getByLabel('Email').fill(email);
    await guest.page.getByLabel('Password', { exact: true }).fill(password);
    await guest.page.getByRole('button', { name: /sign up|create account/i }).click();
    await guest.page.waitForURL((url) => !url.pathname.startsWith('/sign-up'));
    const after = await guest.page.request.get('/api/viewer').then((answer) => answer.json());
    expect(after.viewer.id).toBe(before.viewer.id);
    expect(before.viewer.isGuest).toBe(true);
    expect(after.viewer.isGuest).toBe(false);
    await guest.leave();

    const other = await newVisitor(browser, { baseURL: stack.siteUrl });
    await other.page.goto('/sign-in');
    await other.page.getByLabel('Email').fill(email);
    await other.page.getByLabel('Password', { exact: true }).fill(password);
    await other.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await other.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    const there = await other.page.request.get('/api/viewer').then((answer) => answer.json());
    expect(there.viewer.id).toBe(after.viewer.id);
    await other.leave();
  });

  it('a wrong password says so, keeps the address and gives nothing away', async () => {
    const visitor = await newVisitor(browser, { baseURL: stack.siteUrl });
    await visitor.page.goto('/sign-in');
    await visitor.page.getByLabel('Email').fill('nobody@example.org');
    await visitor.page.getByLabel('Password', { exact: true }).fill('not-the-password');
    await visitor.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await visitor.page
      .getByRole('alert')
      .filter({ hasText: /password/i })
      .waitFor();
    expect(await visitor.page.getByLabel('Email').inputValue()).toBe('nobody@example.org');
    await visitor.leave();
  });

  it('offers nothing that needs mail while the site sends none', async () => {
    const visitor = await newVisitor(browser, { baseURL: stack.siteUrl });
    await visitor.page.goto('/sign-in');
    await visitor.page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    expect(await visitor.page.getByRole('link', { name: /by mail|forgot/i }).count()).toBe(0);
    for (const path of ['/sign-in/link', '/reset-password']) {
      await visitor.page.goto(path);
      await visitor.page.getByRole('heading', { name: 'No page has this address' }).waitFor();
    }
    const asked = await visitor.page.request.post('/api/accounts/links', {
      data: { ask: 'reset', email: 'ada@example.org' },
      headers: { origin: stack.siteUrl },
    });
    expect(asked.status()).toBe(404);
    await visitor.leave();
  });
});
