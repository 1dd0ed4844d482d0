import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser, newVisitor } from '@/tests/support/browser';
import { startStack, type Stack } from '@/tests/support/stack';

describe('a product whose database is killed', () => {
  let stack: Stack;
  let browser: Browser;
  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack({ embeddedDatabase: true }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });
  const health = async () => (await fetch(`${stack.siteUrl}/api/health`)).status;

  it('goes on serving what can be read, comes back by itself, and remembers who was signed in', async () => {
    const { page, leave } = await newVisitor(browser, { baseURL: stack.siteUrl });
    await page.goto('/labs/first-balancer');
    await page.getByRole('button', { name: 'Continue as guest' }).click();
    await page.getByRole('button', { name: 'Start lab' }).waitFor();
    const name = await page.getByRole('link', { name: /guest/i }).first().innerText();

    const [pid] = (await readFile(path.join(stack.dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    await expect.poll(health, { timeout: 10_000, interval: 50 }).toBe(503);
    const lesson = await fetch(
      `${stack.siteUrl}/courses/system-design-mastery/load-balancers-layer-4-vs-layer-7`,
    );
    expect(lesson.status).toBe(200);

    await expect.poll(health, { timeout: 30_000 }).toBe(200);
    await page.reload();
    await page.getByRole('link', { name, exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Start lab' }).waitFor();
    await leave();
  });
});
