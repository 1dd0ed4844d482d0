import { afterAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { enterAsGuest, signIn, viewerOf } from '@/tests/support/account-pages';
import { expectAccessible, expectNoSidewaysScroll, type Theme } from '@/tests/support/browser';
import {
  client,
  startIdentityProvider,
  type IdentityProvider,
  type Person,
} from '@/tests/support/identity-provider';
import { password } from '@/tests/support/passwords';
import { useProduct } from '@/tests/support/product';

const themes: Theme[] = ['light', 'dark'];

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
let number = 0;
const newPerson = (): Person => {
  number += 1;
  return {
    id: number,
    login: `linus${number}`,
    name: 'Linus',
    email: `linus${number}-${Date.now()}@example.org`,
    isConfirmed: true,
  };
};

describe('accounts elsewhere', () => {
  let running: IdentityProvider | undefined;
  const product = useProduct(async () => {
    running = await startIdentityProvider(() => product.stack().siteUrl);
    const { url } = running;
    return {
      env: {
        GITHUB_ID: client.id,
        GITHUB_SECRET: client.secret,
        GITHUB_SERVER_URL: url,
        GOOGLE_ID: client.id,
        GOOGLE_SECRET: client.secret,
        GOOGLE_ISSUER: url,
      },
    };
  });
  afterAll(() => running?.close());
  const provider = () => {
    if (!running) throw new Error('The provider runs only while tests do.');
    return running;
  };
  const host = () => new URL(provider().url).host;

  it('sign in from the page to sign in, and keep what a guest did', async () => {
    const person = newPerson();
    provider().be(person);
    const visitor = await product.visit();
    const { page } = visitor;
    await enterAsGuest(page, '/');
    const guest = await viewerOf(page);
    await page.goto('/sign-up?callbackUrl=/questions');
    await button(page, `Continue with ${host()}`).click();
    await button(page, `Continue as ${person.login}`).click();
    await page.waitForURL((url) => url.pathname === '/questions');
    expect(await viewerOf(page)).toMatchObject({ id: guest.id, name: 'Linus', isGuest: false });

    const later = await product.visit();
    await later.page.goto('/sign-in?callbackUrl=/account');
    await button(later.page, `Continue with ${host()}`).click();
    await button(later.page, `Continue as ${person.login}`).click();
    await later.page.waitForURL((url) => url.pathname === '/account');
    expect(await viewerOf(later.page)).toMatchObject({ id: guest.id });
    expect([...(await visitor.problems()), ...(await later.problems())]).toEqual([]);
    await later.leave();
    await visitor.leave();
  });

  it('come back with a sentence when they are cancelled, and the page works again', async () => {
    const person = newPerson();
    provider().be(person);
    const visitor = await product.visit({ width: 390, height: 844 });
    const { page } = visitor;
    await page.goto('/sign-in?callbackUrl=/questions');
    await button(page, `Continue with GitHub (${host()})`).click();
    await button(page, 'Cancel').click();
    await page.getByText('Signing in elsewhere was broken off').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await expectAccessible(page, 'the page to sign in after a cancelled one');
    await expectNoSidewaysScroll(page, 'the page to sign in');
    await button(page, `Continue with GitHub (${host()})`).click();
    await button(page, `Continue as ${person.login}`).click();
    await page.waitForURL((url) => url.pathname === '/questions');
    expect(await visitor.problems()).toEqual([]);
    await visitor.leave();
  });

  it('are linked and unlinked in the account, never the last way in, which a password may be', async () => {
    const person = newPerson();
    provider().be(person);
    const visitor = await product.visit();
    const { page } = visitor;
    await page.goto('/sign-in?callbackUrl=/account');
    await button(page, `Continue with GitHub (${host()})`).click();
    await button(page, `Continue as ${person.login}`).click();
    await page.getByText('It is the only way into your account').waitFor();
    for (const theme of themes) {
      const other = await product.visit({ theme, width: 390, height: 844 });
      await other.context.addCookies(await visitor.context.cookies());
      await other.page.goto('/account');
      await other.page.getByRole('heading', { name: 'Sign in with' }).waitFor();
      await expectAccessible(other.page, `the account in ${theme}`);
      await expectNoSidewaysScroll(other.page, 'the account');
      await other.leave();
    }

    await button(page, `Link ${host()}`).click();
    await button(page, 'Cancel').click();
    await page.getByText('Signing in elsewhere was broken off').waitFor();
    expect(new URL(page.url()).pathname).toBe('/account');
    await button(page, `Link ${host()}`).click();
    await button(page, `Continue as ${person.login}`).click();
    await page.getByText('It is linked').waitFor();
    await button(page, `Unlink GitHub (${host()})`).click();
    await page.getByText('It is unlinked').waitFor();
    await page.getByText('It is the only way into your account').waitFor();

    await page.getByLabel('New password').fill(password);
    await button(page, 'Set a password').click();
    await page.getByText('Your account has a password now').waitFor();
    await button(page, `Unlink ${host()}`).click();
    await page.getByText('It is unlinked').waitFor();
    expect(await visitor.problems()).toEqual([]);
    await visitor.leave();

    const back = await product.visit();
    await signIn(back.page, person.email ?? '', '/account');
    await back.leave();
  });
});
