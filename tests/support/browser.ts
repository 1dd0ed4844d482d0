import fs from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import AxeBuilderSource from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core';
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

/** Starts Chromium from CHROMIUM_PATH (set by the test run) or Debian's place, with `more` flags of its command line. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (!fs.existsSync(executablePath)) {
    throw new Error(`No Chromium at ${executablePath}: run the tests with npm test, which installs it.`);
  }
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath, args: [...flags, ...more, ...(isRoot ? ['--no-sandbox'] : [])] });
}

/** A fresh visitor: own cookies, own storage. */
export type Visitor = {
  context: BrowserContext;
  page: Page;
  /** Every uncaught error, console error and download that stayed broken off, since it was last asked. */
  problems: () => Promise<string[]>;
  leave: () => Promise<void>;
};

export async function newVisitor(
  browser: Browser,
  options: {
    baseURL: string;
    width?: number;
    height?: number;
    theme?: Theme;
    javaScript?: boolean;
    /** False: nothing is kept for reading offline, so that every request reaches the network. */
    offlinePack?: boolean;
  },
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: options.baseURL,
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    colorScheme: options.theme ?? 'light',
    reducedMotion: 'reduce',
    javaScriptEnabled: options.javaScript ?? true,
    serviceWorkers: options.offlinePack === false ? 'block' : 'allow',
  });
  const page = await context.newPage();
  return { context, page, problems: watch(page), leave: () => context.close() };
}

/** Ends tests: none of them had a problem, and all of them go. */
export async function leaveAll(...visitors: Visitor[]) {
  for (const { problems, leave } of visitors) {
    expect(await problems()).toEqual([]);
    await leave();
  }
}

const networkChanged = 'net::ERR_NETWORK_CHANGED';
/** What a page does well without: a font falls back, and a browser asks for the icon again by itself. */
const isDispensable = (request: Request) =>
  request.resourceType() === 'font' || new URL(request.url()).pathname === '/icon.svg';
/** Far longer than a page takes to ask again (lib/ui/repeat-downloads-script.ts). */
const repeatMs = 10_000;

/**
 * Collects what the browser itself complains about; tests end by expecting none. A cell's bridge that comes or goes is a
 * change of network to Chromium, which then breaks off downloads (docs/decisions/0042): such a download is no problem when
 * the page asked again and got it, or was left.
 */
function watch(page: Page): Visitor['problems'] {
  const problems: string[] = [];
  const brokenOff = new Set<string>();
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' || message.text().includes(networkChanged)) return;
    problems.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) brokenOff.clear();
  });
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText === networkChanged && !isDispensable(request))
      brokenOff.add(request.url());
  });
  page.on('requestfinished', (request) => brokenOff.delete(request.url()));
  return async () => {
    const until = Date.now() + repeatMs;
    while (brokenOff.size > 0 && Date.now() < until) await delay(50);
    const lost = [...brokenOff].map((url) => `broken off and not got later: ${url}`);
    brokenOff.clear();
    return [...problems.splice(0), ...lost];
  };
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

const screens = [
  [1440, 'light'],
  [1440, 'dark'],
  [768, 'light'],
  [720, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] satisfies [number, Theme][];

/**
 * The page as it stands is accessible and no wider than its window on a desk, a tablet and a phone, in both themes. It is
 * turned to each as a person would turn it, and ends on the desk, light.
 */
export async function expectGoodOnAllScreens(page: Page, where: string) {
  const { height = 900 } = page.viewportSize() ?? {};
  const show = async (width: number, colorScheme: Theme) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  };
  for (const [width, theme] of screens) {
    await show(width, theme);
    await expectAccessible(page, `${where} at ${width} px, ${theme}`);
    await expectNoSidewaysScroll(page, `${where} at ${width} px, ${theme}`);
  }
  await show(1440, 'light');
}

/** Breaks off the first download of every script and stylesheet. @returns the addresses that were asked for, in their order */
export async function breakFirstDownloads(page: Page): Promise<ReadonlySet<string>> {
  const met = new Set<string>();
  await page.route(/\/_next\/static\/.*\.(js|css)/, (route) => {
    const url = route.request().url();
    if (met.has(url)) return route.continue();
    met.add(url);
    return route.abort('internetdisconnected');
  });
  return met;
}
