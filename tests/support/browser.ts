import fs from 'node:fs';
import AxeBuilderSource from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';

const flags = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type Theme = 'light' | 'dark';

/** Starts Chromium from CHROMIUM_PATH (set by the test run) or Debian's place. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (!fs.existsSync(executablePath)) {
    throw new Error(`No Chromium at ${executablePath}: run the tests with npm test, which installs it.`);
  }
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath, args: isRoot ? [...flags, '--no-sandbox'] : flags });
}

/** A fresh visitor: own cookies, own storage. Every uncaught error and console error is kept in `problems`. */
export type Visitor = { context: BrowserContext; page: Page; problems: string[]; leave: () => Promise<void> };

export async function newVisitor(
  browser: Browser,
  options: { baseURL: string; width?: number; height?: number; theme?: Theme; javaScript?: boolean },
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: options.baseURL,
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    colorScheme: options.theme ?? 'light',
    reducedMotion: 'reduce',
    javaScriptEnabled: options.javaScript ?? true,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  watch(page, problems);
  return { context, page, problems, leave: () => context.close() };
}

/** Collects what the browser itself complains about; tests end by expecting none. */
export function watch(page: Page, problems: string[]) {
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    // A cell's bridge that comes or goes is a change of network to Chromium, which then breaks off downloads.
    if (message.text().includes('ERR_NETWORK_CHANGED')) return;
    if (message.type() === 'error') problems.push(`console: ${message.text()} ${message.location().url}`);
  });
}

/** Runs axe (WCAG 2.2 A and AA) on the page as it stands. */
export async function expectAccessible(page: Page, where: string) {
  await page.evaluate(AxeBuilderSource.source);
  const violations = await page.evaluate(async () => {
    const axe = Reflect.get(window, 'axe');
    const result = await axe.run(document, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
    });
    return result.violations.map(
      (violation: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }) =>
        `${violation.id}: ${violation.nodes
          .slice(0, 3)
          .map((node) => `${node.target.join(' ')} (${node.failureSummary ?? ''})`)
          .join(' | ')}`,
    );
  });
  expect(violations, `axe on ${where}`).toEqual([]);
}

/** No part of the page is wider than the window (what must be wide scrolls inside itself). */
export async function expectNoSidewaysScroll(page: Page, where: string) {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(excess, `sideways scroll on ${where}`).toBeLessThanOrEqual(0);
}
