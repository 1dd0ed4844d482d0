import { it } from 'vitest';
import { launchBrowser, newVisitor } from '@/tests/support/browser';
import { startStack } from '@/tests/support/stack';
it('repro', async () => {
  const [stack, browser] = await Promise.all([startStack(), launchBrowser()]);
  const v = await newVisitor(browser, { baseURL: stack.siteUrl });
  const page = v.page; page.setDefaultTimeout(20000);
  const look = () => page.evaluate(() => { const e = document.querySelector('.monaco-editor')!; const t = document.querySelector('.view-line .mtk1')!; const b = document.querySelector('.monaco-editor-background')!; return [e.className, getComputedStyle(e).backgroundColor, getComputedStyle(b).backgroundColor, getComputedStyle(t).color, getComputedStyle(e).getPropertyValue('--vscode-editor-background')].join(' | '); });
  try {
    await page.goto('/labs/failover');
    await page.getByRole('button', { name: 'Continue as guest' }).click();
    await page.getByRole('button', { name: 'Start lab' }).waitFor();
    await page.locator('.view-line').first().waitFor();
    console.log(await look());
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    for (let i = 0; i < 5; i++) { console.log(await look()); await page.waitForTimeout(i * 100); }
  } finally { await browser.close(); await stack.stop(); }
});
