import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  launchBrowser,
  newVisitor,
  type Visitor,
} from '@/tests/support/browser';
import { startStack, type Stack } from '@/tests/support/stack';

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function startLab(page: Page, scenario: string, balancer: 'Nginx' | 'HAProxy' = 'Nginx') {
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
async function applied(page: Page) {
  await page
    .getByRole('status')
    .filter({ hasText: /Applied in \d+(\.\d+)? ms/ })
    .first()
    .waitFor({ timeout: 30_000 });
}

/** Replaces the whole text of the editor as a person would: select all, paste. */
async function typeConfiguration(page: Page, text: string) {
  const editor = region(page, 'Configuration editor');
  await editor.locator('.monaco-editor').first().click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
}

const nginxOver = (servers: string[]) => `events {}
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

describe('the lab workspace', () => {
  let stack: Stack;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;
  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack(), launchBrowser()]);
  });
  beforeEach(async () => {
    visitor = await newVisitor(browser, { baseURL: stack.siteUrl });
    page = visitor.page;
    page.setDefaultTimeout(20_000);
  });
  afterEach(async () => {
    const end = button(page, 'End lab');
    if (await end.isVisible().catch(() => false)) await end.click();
    await visitor.leave();
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  it('a guest changes a real Nginx, sees requests, crashes a server, heals it', async () => {
    await startLab(page, 'first-balancer');
    await typeConfiguration(page, nginxOver(['app1', 'app2', 'app3']));
    await page.keyboard.press('ControlOrMeta+s');
    await applied(page);
    await page.getByRole('switch', { name: 'Traffic' }).click();
    const requests = region(page, 'Requests');
    for (const server of ['app1', 'app2', 'app3']) await requests.getByText(server).first().waitFor();

    await button(page, 'Crash app2').click();
    await region(page, 'Topology')
      .getByText(/crashed/i)
      .first()
      .waitFor();
    await button(page, 'Heal all').click();
    await region(page, 'Topology')
      .getByText(/crashed/i)
      .first()
      .waitFor({ state: 'detached' });
    expect(visitor.problems).toEqual([]);
  });

  it('a mistake is shown on its line in the balancer’s own words, and the old configuration goes on serving', async () => {
    await startLab(page, 'first-balancer');
    await typeConfiguration(page, nginxOver(['app1']));
    await button(page, 'Apply').click();
    await applied(page);
    await typeConfiguration(page, nginxOver(['app1']).replace('listen 80;', 'listne 80;'));
    await button(page, 'Apply').click();
    await page
      .getByRole('status')
      .filter({ hasText: /unknown directive "listne"/ })
      .first()
      .waitFor();
    await region(page, 'Configuration editor')
      .getByText(/line 7/i)
      .first()
      .waitFor();
    const requests = region(page, 'Requests');
    await requests.getByRole('button', { name: /^Send/ }).click();
    await requests.getByText('200').first().waitFor();
  });

  it('HAProxy works as well', async () => {
    await startLab(page, 'first-balancer', 'HAProxy');
    await typeConfiguration(
      page,
      `defaults
  mode http
  timeout connect 1s
  timeout client 5s
  timeout server 5s
frontend web
  bind :80
  default_backend pool
backend pool
  balance roundrobin
  server app1 app1:8080
  server app2 app2:8080
  server app3 app3:8080
`,
    );
    await button(page, 'Apply').click();
    await applied(page);
    await page.getByRole('switch', { name: 'Traffic' }).click();
    for (const server of ['app1', 'app2', 'app3'])
      await region(page, 'Requests').getByText(server).first().waitFor();
  });

  it('a reload keeps the run and the edits', async () => {
    await startLab(page, 'first-balancer');
    const mark = `# kept ${Date.now()}`;
    await typeConfiguration(page, `${mark}\n${nginxOver(['app3'])}`);
    await button(page, 'Apply').click();
    await applied(page);
    await page.reload();
    await button(page, 'End lab').waitFor();
    await region(page, 'Configuration editor').getByText(mark).waitFor();
  });

  it('a lost lab service is said in words, and the page comes back by itself', async () => {
    await startLab(page, 'first-balancer');
    await stack.restartLabService();
    await page
      .getByText(/reconnecting|connection lost|new cell/i)
      .first()
      .waitFor();
    await applied(page);
    await button(page, 'Crash app1').waitFor();
  });

  it('the answer of a composed request is inert text', async () => {
    await startLab(page, 'first-balancer');
    await typeConfiguration(
      page,
      `events {}
http { server { listen 80; default_type text/html; return 200 '<img src=x onerror="document.title=1"><script>document.title=2</script>'; } }
`,
    );
    await button(page, 'Apply').click();
    await applied(page);
    const requests = region(page, 'Requests');
    await requests.getByRole('button', { name: /^Send/ }).click();
    await requests.getByText('<script>').first().waitFor();
    expect(await page.title()).not.toMatch(/^[12]$/);
  });

  it('is accessible while it runs, in both themes and on a phone', async () => {
    await startLab(page, 'failover');
    for (const width of [1440, 768, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await expectAccessible(page, `the workspace at ${width} px, ${theme}`);
      }
      await expectNoSidewaysScroll(page, `the workspace at ${width} px`);
    }
  });

  it('a scenario is solved from start to debrief', async () => {
    await startLab(page, 'first-balancer');
    await typeConfiguration(page, nginxOver(['app1', 'app2', 'app3']));
    await button(page, 'Apply').click();
    await applied(page);
    const tasks = region(page, 'Tasks');
    const cards = tasks.locator('li:has(h3)');
    expect(await cards.count()).toBe(3);
    for (const card of await cards.all()) {
      const prediction = card.getByRole('radio').first();
      if ((await prediction.count()) > 0) await prediction.check();
      await card.getByRole('button', { name: 'Check' }).click();
      await card.getByRole('heading', { name: /\(passed\)/ }).waitFor({ timeout: 30_000 });
    }
    await tasks.getByRole('heading', { name: /debrief/i }).waitFor();
  });

  it('two tabs show one run', async () => {
    await startLab(page, 'first-balancer');
    const other = await visitor.context.newPage();
    await other.goto('/labs/first-balancer');
    await button(other, 'Crash app3').click();
    for (const tab of [page, other])
      await region(tab, 'Topology')
        .getByText(/crashed/i)
        .first()
        .waitFor();
    await button(page, 'Heal all').click();
    await region(other, 'Topology')
      .getByText(/crashed/i)
      .first()
      .waitFor({ state: 'detached' });
  });
});
