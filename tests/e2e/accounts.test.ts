import { describe, expect, it } from 'vitest';
import { enterAsGuest, signIn, signUp, viewerOf } from '@/tests/support/account-pages';
import { useProduct } from '@/tests/support/product';

describe('accounts', () => {
  const { visit, stack } = useProduct();

  it('a guest keeps what they did when they sign up, and can sign in elsewhere', async () => {
    const guest = await visit();
    await enterAsGuest(guest.page, '/');
    const before = await viewerOf(guest.page);

    const email = await signUp(guest.page, 'Ada');
    const after = await viewerOf(guest.page);
    expect(after.id).toBe(before.id);
    expect(before.isGuest).toBe(true);
    expect(after.isGuest).toBe(false);
    await guest.leave();

    const other = await visit();
    await signIn(other.page, email);
    expect((await viewerOf(other.page)).id).toBe(after.id);
    await other.leave();
  });

  it('a wrong password says so, keeps the address and gives nothing away', async () => {
    const visitor = await visit();
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
    const visitor = await visit();
    await visitor.page.goto('/sign-in');
    await visitor.page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    expect(await visitor.page.getByRole('link', { name: /by mail|forgot/i }).count()).toBe(0);
    for (const path of ['/sign-in/link', '/reset-password']) {
      await visitor.page.goto(path);
      await visitor.page.getByRole('heading', { name: 'No page has this address' }).waitFor();
    }
    const asked = await visitor.page.request.post('/api/accounts/links', {
      data: { ask: 'reset', email: 'ada@example.org' },
      headers: { origin: stack().siteUrl },
    });
    expect(asked.status()).toBe(404);
    await visitor.leave();
  });
});
