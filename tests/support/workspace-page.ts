import type { Page } from 'playwright-core';

export const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Opens a lab, as a guest when nobody is signed in, and starts it. */
export async function startLab(page: Page, scenario: string, balancer: 'Nginx' | 'HAProxy' = 'Nginx') {
  await page.goto(`/labs/${scenario}`);
  const guest = button(page, 'Continue as guest');
  const start = button(page, 'Start lab');
  await guest.or(start).first().waitFor();
  if (await guest.isVisible()) await guest.click();
  await start.waitFor();
  await page.getByRole('radio', { name: balancer }).check();
  await start.click();
  await applied(page);
}

/** The status region announces that the balancer runs the configuration. */
export async function applied(page: Page) {
  await page
    .getByRole('status')
    .filter({ hasText: /Applied in \d+(\.\d+)? ms/ })
    .first()
    .waitFor({ timeout: 30_000 });
}

/** Replaces the whole text of the editor as a person would: select all, paste. */
export async function typeConfiguration(page: Page, text: string) {
  const editor = region(page, 'Configuration editor');
  await editor.locator('.monaco-editor').first().click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
}

export const nginxOver = (servers: string[]) => `events {}
http {
  upstream pool {
${servers.map((server) => `    server ${server}:8080;`).join('\n')}
  }
  server {
    listen 80;
    location / { proxy_pass http://pool; }
  }
}
`;

/** Ends the lab that a test may have left running, so that its place is free for the next one. */
export async function endLab(page: Page) {
  const end = button(page, 'End lab');
  if (page.isClosed() || !(await end.isVisible()) || !(await end.isEnabled())) return;
  await end.click();
  await button(page, 'Start lab').waitFor();
}
