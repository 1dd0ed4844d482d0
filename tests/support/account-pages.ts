import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { password } from './passwords';

/** Who the site takes this browser for; null for nobody. */
export const viewerOf = async (page: Page) => {
  const { viewer } = await page.request.get('/api/viewer').then((answer) => answer.json());
  return viewer;
};

/** Ends on `returnPath`, or where that leads. */
export const enterAsGuest = async (page: Page, returnPath: string) => {
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(returnPath)}`);
  await page.getByRole('button', { name: /guest/i }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
};

/** Signs up on a site that sends no mail, and ends on `returnPath`. @returns an address that nobody else has */
export const signUp = async (page: Page, name: string, returnPath = '/') => {
  const email = `${randomUUID()}@example.org`;
  await page.goto(`/sign-up?callbackUrl=${encodeURIComponent(returnPath)}`);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign up', exact: true }).click();
  await page.waitForURL((url) => url.pathname === returnPath);
  return email;
};

/** Signs in with the password, and ends on `returnPath`. */
export const signIn = async (page: Page, email: string, returnPath = '/') => {
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(returnPath)}`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => url.pathname === returnPath);
};
