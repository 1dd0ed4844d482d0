import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import {
  type Visitor,
  breakFirstDownloads,
  expectAccessible,
  expectNoSidewaysScroll,
} from '@/tests/support/browser';
import {
  applied,
  button,
  endLab,
  nginxOver,
  region,
  startLab,
  typeConfiguration,
} from '@/tests/support/workspace-page';
import { useProduct } from '@/tests/support/product';

/** Works a control as a person without a mouse does: the key goes to what has the focus. */
async function press(control: Locator, key: 'Enter' | 'Space') {
  await control.focus();
  expect(await control.evaluate((element) => element === document.activeElement)).toBe(true);
  await control.page().keyboard.press(key);
}

describe('the lab workspace', () => {
  const { visit, stack } = useProduct();
  let visitor: Visitor;
  let page: Page;
  beforeEach(async () => {
    visitor = await visit();
    page = visitor.page;
    page.setDefaultTimeout(20_000);
  });
  afterEach(async () => {
    await endLab(page);
    await visitor.leave();
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
    expect(await visitor.problems()).toEqual([]);
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
    // Said while the service is away; the page may be back before the supervisor tells of it.
    const said = page.getByText(/reconnecting|connection lost/i).first();
    await Promise.all([said.waitFor(), stack().restartLabService()]);
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

  it('a first run is done by keyboard alone', async () => {
    await page.goto('/labs/first-balancer');
    await press(button(page, 'Continue as guest'), 'Enter');
    await press(button(page, 'Start lab'), 'Enter');
    await applied(page);
    await press(page.getByRole('switch', { name: 'Traffic' }), 'Space');
    await region(page, 'Requests').getByText('app1').first().waitFor();
    await press(button(page, 'Slow app1'), 'Enter');
    await region(page, 'Topology').getByText(/slow/i).first().waitFor();
    await press(button(page, 'Heal all'), 'Enter');
    await press(button(page, 'Extend'), 'Enter');
    await press(button(page, 'End lab'), 'Enter');
    await button(page, 'Start lab').waitFor();
    // The lab service reports the end to the site, which keeps it.
    await expect
      .poll(async () => {
        await page.goto('/runs');
        await page.getByRole('link', { name: 'Your first load balancer' }).first().click();
        return page.getByRole('cell', { name: /app1/ }).count();
      })
      .toBeGreaterThan(0);
    await expectAccessible(page, 'the record of a run');
  });

  it('a download that breaks off is asked for again, the page’s as well as the editor’s', async () => {
    const met = await breakFirstDownloads(page);
    await startLab(page, 'first-balancer');
    await typeConfiguration(page, nginxOver(['app2']));
    await button(page, 'Apply').click();
    await applied(page);
    const styles = [...met].filter((url) => url.endsWith('.css'));
    expect(styles.length).toBeGreaterThan(1);
    expect(
      await page.evaluate(() =>
        [...document.styleSheets].flatMap(({ href, cssRules }) => (cssRules.length > 0 && href) || []),
      ),
      'each once, in its place',
    ).toEqual(styles);
    expect([...met].filter((url) => url.endsWith('.js')).length).toBeGreaterThan(8);
    expect((await visitor.problems()).filter((problem) => problem.startsWith('uncaught'))).toEqual([]);
  });

  it('files are added, renamed, included and deleted', async () => {
    await startLab(page, 'first-balancer');
    const editor = region(page, 'Configuration editor');
    await button(page, 'Add file').click();
    await page.getByLabel('File name').fill('../escape.conf');
    expect(await editor.getByRole('button', { name: 'OK' }).isDisabled()).toBe(true);
    await page.getByLabel('File name').fill('conf.d/pool.conf');
    await page.keyboard.press('Enter');
    await typeConfiguration(page, 'upstream pool { server app3:8080; }\n');
    await button(page, 'Rename').click();
    await page.getByLabel('File name').fill('conf.d/servers.conf');
    await page.keyboard.press('Enter');
    await button(page, 'nginx.conf').click();
    await typeConfiguration(
      page,
      'events {}\nhttp { include conf.d/*.conf; server { listen 80; location / { proxy_pass http://pool; } } }\n',
    );
    await button(page, 'Apply').click();
    await applied(page);
    await region(page, 'Requests').getByRole('button', { name: /^Send/ }).click();
    await region(page, 'Requests').getByText('app3').first().waitFor();
    await button(page, 'conf.d/servers.conf').click();
    await button(page, 'Delete').click();
    await button(page, 'Delete it').click();
    await button(page, 'conf.d/servers.conf').waitFor({ state: 'detached' });
    await button(page, 'Apply').click();
    await page
      .getByRole('status')
      .filter({ hasText: /host not found in upstream "pool"/ })
      .first()
      .waitFor();
  });

  it('of two tabs that edit, neither loses its text until the learner chooses', async () => {
    await startLab(page, 'first-balancer');
    const other = await visitor.context.newPage();
    await other.goto('/labs/first-balancer');
    await button(other, 'Apply').waitFor();
    await region(other, 'Configuration editor').locator('.monaco-editor').first().waitFor();
    await typeConfiguration(page, `# from the first tab\n${nginxOver(['app1'])}`);
    await region(page, 'Configuration editor')
      .getByText(/^Saved/)
      .first()
      .waitFor();
    await typeConfiguration(other, `# from the second tab\n${nginxOver(['app2'])}`);
    await other.getByText('Another tab saved a different version').waitFor();
    await region(other, 'Configuration editor').getByText('# from the second tab').waitFor();
    await button(other, 'Take the other version').click();
    await region(other, 'Configuration editor').getByText('# from the first tab').waitFor();
  });

  it('another lab is ended only when the learner says so', async () => {
    await startLab(page, 'first-balancer');
    await page.goto('/labs/layer-4');
    await button(page, 'Start lab').click();
    await button(page, 'End the other lab and start this one').click();
    await applied(page);
    await page.goto('/labs/first-balancer');
    await button(page, 'Start lab').waitFor();
    await page.goto('/labs/layer-4');
    await button(page, 'Crash app1').click();
    await region(page, 'Topology')
      .getByText(/crashed/i)
      .first()
      .waitFor();
  });
});
