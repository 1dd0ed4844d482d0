import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lesson } from '@/tests/support/addresses';
import { useProduct } from '@/tests/support/product';

describe('a product whose database is killed', () => {
  const { visit, stack } = useProduct({ embeddedDatabase: true });
  const health = async () => (await fetch(`${stack().siteUrl}/api/health`)).status;

  it('goes on serving what can be read, comes back by itself, and remembers who was signed in', async () => {
    const { page, leave } = await visit();
    await page.goto('/labs/first-balancer');
    await page.getByRole('button', { name: 'Continue as guest' }).click();
    await page.getByRole('button', { name: 'Start lab' }).waitFor();
    const name = await page.getByRole('link', { name: /guest/i }).first().innerText();

    const [pid] = (await readFile(path.join(stack().dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    await expect.poll(health, { timeout: 10_000, interval: 50 }).toBe(503);
    const read = await fetch(`${stack().siteUrl}${lesson}`);
    expect(read.status).toBe(200);

    await expect.poll(health, { timeout: 30_000 }).toBe(200);
    await page.reload();
    await page.getByRole('link', { name, exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Start lab' }).waitFor();
    await leave();
  });
});
