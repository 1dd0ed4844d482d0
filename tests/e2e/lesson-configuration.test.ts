import { describe, expect, it } from 'vitest';
import { expectAccessible } from '@/tests/support/browser';
import { button, nginxOver, typeConfiguration } from '@/tests/support/workspace-page';
import { useProduct } from '@/tests/support/product';

const lesson = 'load-balancers-layer-4-vs-layer-7';
const withConfiguration = (file: string) => `/labs/layer-4?config=${lesson}/configs/${file}`;

describe('a lesson’s configuration in the lab', () => {
  const { visit } = useProduct();

  it('is offered, also through the guest’s door, and takes the place of nothing that is the learner’s', async () => {
    const { page, problems, leave } = await visit();
    page.setDefaultTimeout(20_000);
    const editor = page.locator('.monaco-editor .view-lines').first();
    const offer = page.getByRole('group', { name: 'Configuration of a lesson' });
    const saved = async () => {
      await page.getByText('Saving…', { exact: true }).waitFor();
      await page.getByText('Saved', { exact: true }).waitFor();
    };

    await page.goto(withConfiguration('layer-4.conf'));
    await button(page, 'Continue as guest').click();
    await offer.waitFor();
    await expectAccessible(page, 'the lab with an offered configuration');
    await button(page, 'Keep mine').click();
    await offer.waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('');

    await typeConfiguration(page, nginxOver(['app1']));
    await saved();
    await page.goto(withConfiguration('layer-4.conf'));
    await button(page, 'Use the lesson’s configuration').click();
    await editor.getByText('stream').first().waitFor();
    await saved();
    await page.getByText(/Yours is kept in before-lesson\.conf/).waitFor();

    await page.reload();
    await editor.getByText('stream').first().waitFor();
    expect(await offer.count()).toBe(0);
    await button(page, 'before-lesson.conf').click();
    await editor.getByText('location').first().waitFor();
    expect(await editor.innerText()).not.toContain('proxy_timeout');
    expect(await problems()).toEqual([]);
    await leave();
  });

  it('is not what an address says, but what the content holds', async () => {
    const { page, leave } = await visit();
    page.setDefaultTimeout(20_000);
    await page.goto(withConfiguration('../../../../../package.json'));
    await button(page, 'Continue as guest').click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('.monaco-editor').first().waitFor();
    expect(await page.getByRole('group', { name: 'Configuration of a lesson' }).count()).toBe(0);
    await leave();
  });
});
