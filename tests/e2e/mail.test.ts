import { afterAll, describe, expect, it } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { enterAsGuest, signIn, viewerOf } from '@/tests/support/account-pages';
import { expectAccessible, expectNoSidewaysScroll, type Theme } from '@/tests/support/browser';
import { linkIn, startMailServer, type TestMailServer } from '@/tests/support/mail-server';
import { password, nextPassword } from '@/tests/support/passwords';
import { useProduct } from '@/tests/support/product';

const themes: Theme[] = ['light', 'dark'];
const email = `grace-${Date.now()}@example.org`;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
/** A form that is refused on purpose leaves a line in the console. */
const unexpected = (problems: string[]) =>
  problems.filter((problem) => !/status of 4(01|10|22)\b/.test(problem));

describe('mail', () => {
  let server: TestMailServer | undefined;
  const product = useProduct(async () => {
    server = await startMailServer();
    return { env: { SMTP_URL: server.url, MAIL_FROM: 'The Course <course@school.example>' } };
  });
  afterAll(() => server?.close());
  const mails = () => {
    if (!server) throw new Error('The mail server runs only while tests do.');
    return server;
  };
  const mailTo = (to: string, subject: RegExp) => mails().mailTo(to, subject);

  /** The page on a phone and on a desk, in both themes, for whoever holds these cookies. */
  const look = async (path: string, from?: BrowserContext) => {
    for (const theme of themes) {
      const visitor = await product.visit({ theme, width: 390, height: 844 });
      if (from) await visitor.context.addCookies(await from.cookies());
      await visitor.page.goto(path);
      await visitor.page.getByRole('heading', { level: 1 }).waitFor();
      await expectAccessible(visitor.page, `${path} in ${theme}`);
      await expectNoSidewaysScroll(visitor.page, path);
      expect(await visitor.problems()).toEqual([]);
      await visitor.leave();
    }
  };

  const askFor = async (page: Page, action: string, address = email) => {
    await page.getByLabel('Email').fill(address);
    await button(page, action).click();
    await heading(page, 'Look into your mail').waitFor();
  };

  it('makes an account of a guest by a link that scanners may open, and the link works once', async () => {
    const visitor = await product.visit();
    const { page } = visitor;
    await enterAsGuest(page, '/');
    const guest = await viewerOf(page);

    await page.goto('/sign-up?callbackUrl=/questions');
    await page.getByLabel('Email').fill('not an address');
    await page.keyboard.press('Enter');
    await page.getByText('Enter an email address').first().waitFor();
    expect(await page.getByLabel('Email').inputValue()).toBe('not an address');
    await askFor(page, 'Sign up by mail');
    await expectAccessible(page, 'the page that says to look into the mail');

    const mail = await mailTo(email, /Finish signing up/);
    expect(mail.from?.text).toBe('"The Course" <course@school.example>');
    const link = linkIn(mail);
    for (let count = 0; count < 3; count += 1) {
      const scanned = await fetch(link);
      expect(scanned.status).toBe(200);
      expect(scanned.headers.get('referrer-policy')).toBe('no-referrer');
      expect(scanned.headers.get('cache-control')).toContain('no-store');
    }
    await look(link);
    await page.goto(link);
    await page.getByText(/becomes your account/).waitFor();
    await page.getByLabel('Name').fill('Grace');
    expect(await page.getByLabel('Email').inputValue()).toBe(email);
    await page.getByLabel('Password', { exact: true }).fill('password123');
    await button(page, 'Make my account').click();
    await page.getByText('among the first that attackers try').first().waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('Grace');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/questions');
    expect(await viewerOf(page)).toMatchObject({ id: guest.id, name: 'Grace', isGuest: false });

    await page.goto(link);
    await page.getByText('used already').waitFor();
    expect(unexpected(await visitor.problems())).toEqual([]);
    await visitor.leave();
  });

  it('shows the same for an address with an account as for any other', async () => {
    const shown = async (path: string, action: string, address: string) => {
      const visitor = await product.visit();
      await visitor.page.goto(path);
      await askFor(visitor.page, action, address);
      const text = await visitor.page.locator('main').innerText();
      await visitor.leave();
      return text.replaceAll(address, 'ADDRESS');
    };
    const stranger = `nobody-${Date.now()}@example.org`;
    for (const [path, action] of [
      ['/sign-up', 'Sign up by mail'],
      ['/sign-in/link', 'Send me a link'],
    ] as const) {
      expect(await shown(path, action, email)).toBe(await shown(path, action, stranger));
    }
    expect((await mailTo(email, /already have an account/)).text).toContain('/sign-in/link?token=');
    expect((await mailTo(stranger, /no account/)).text).toContain('/sign-up/finish?token=');
  });

  it('confirms an address from the account page, in the browser that is signed in', async () => {
    const visitor = await product.visit();
    const { page } = visitor;
    await signIn(page, email, '/account');
    await page.getByText(`${email} is confirmed.`).waitFor();

    // As an account of the time before this site sent mail.
    await product.query('UPDATE "User" SET "emailVerifiedAt" = NULL WHERE "email" = $1', [email]);
    await page.reload();
    await button(page, 'Send me the link').click();
    await page.getByText(`A mail to ${email} is on its way`).waitFor();
    const link = linkIn(await mailTo(email, /Confirm your address/));
    const stranger = await product.visit();
    await stranger.page.goto(link);
    await heading(stranger.page, 'Sign in first').waitFor();
    await stranger.leave();
    await look(link);
    await look(link, visitor.context);
    await page.goto(link);
    await button(page, 'Confirm').click();
    await page.waitForURL((url) => url.pathname === '/account');
    await page.getByText('Your address is confirmed.').waitFor();
    await page.getByText(`${email} is confirmed.`).waitFor();
    expect(await visitor.problems()).toEqual([]);
    await visitor.leave();
  });

  it('replaces a forgotten password, signs in here and out everywhere else', async () => {
    const elsewhere = await product.visit();
    await signIn(elsewhere.page, email);

    const visitor = await product.visit();
    const { page } = visitor;
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.waitForURL((url) => url.pathname === '/reset-password');
    await look('/reset-password');
    await askFor(page, 'Send me a link');
    const link = linkIn(await mailTo(email, /Set a new password/));
    await look(link);
    await page.goto(link);
    await page.getByLabel('New password').fill('short');
    await button(page, 'Set the password and sign in').click();
    await page.getByText('Use at least 10 characters').first().waitFor();
    await page.getByLabel('New password').fill(nextPassword);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/account');
    await page.getByText('Your password is changed').waitFor();
    expect(await viewerOf(page)).toMatchObject({ name: 'Grace' });
    expect(await viewerOf(elsewhere.page)).toBeNull();
    await page.goto(link);
    await page.getByText('used already').waitFor();
    expect(unexpected(await visitor.problems())).toEqual([]);
    await visitor.leave();
    await elsewhere.leave();
  });

  it('signs in by a link, to where one wanted to go', async () => {
    const visitor = await product.visit();
    const { page } = visitor;
    await look('/sign-in');
    await page.goto('/sign-in?callbackUrl=/questions');
    await page.getByRole('link', { name: 'Get a link by mail' }).click();
    await look('/sign-in/link');
    const before = mails().arrived.length;
    await askFor(page, 'Send me a link');
    const link = linkIn(await mails().mailTo(email, /Your link to sign in/, before));
    await look(link);
    await page.goto(link);
    await heading(page, 'Sign in as Grace').waitFor();
    await button(page, 'Sign in').press('Enter');
    await page.waitForURL((url) => url.pathname === '/questions');
    expect(await viewerOf(page)).toMatchObject({ name: 'Grace' });
    await page.goto(link);
    await page.getByText('used already').waitFor();
    expect(await visitor.problems()).toEqual([]);

    const next = `hopper-${Date.now()}@example.org`;
    await page.goto('/account');
    await look('/account', visitor.context);
    await page.getByText('Use another address').click();
    await page.getByLabel('New address').fill(next);
    await page.getByLabel('Your password').fill('wrong-wrong-wrong');
    await button(page, 'Send a link there').click();
    await page.getByText('The password is not right.').first().waitFor();
    expect(await page.getByLabel('New address').inputValue()).toBe(next);
    await page.getByLabel('Your password').fill(nextPassword);
    await button(page, 'Send a link there').click();
    await page.getByText(`A mail to ${next} is on its way`).waitFor();
    expect((await mailTo(email, /about to change/)).text).toContain(next);
    await page.goto(linkIn(await mailTo(next, /Confirm your new address/)));
    await button(page, 'Use this address').click();
    await page.waitForURL((url) => url.pathname === '/account');
    await page.getByText(`${next} is confirmed.`).waitFor();
    expect(unexpected(await visitor.problems())).toEqual([]);
    await visitor.leave();
  });

  it('is counted for the operator', async () => {
    const text = await fetch(`${product.stack().siteUrl}/api/metrics`).then((answer) => answer.text());
    expect(text).toMatch(/site_mails_total\{outcome="sent"\} \d+/);
    expect(text).toMatch(/site_mails_waiting \d+/);
  });
});
