import type { Page } from 'playwright-core';

/** Adds up, on every page that is opened from now on, how far things moved by themselves. */
export const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    Reflect.set(window, 'shifts', 0);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Reflect.set(window, 'shifts', Reflect.get(window, 'shifts') + Reflect.get(entry, 'value'));
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** The score of the page as it stands; Chromium's cumulative layout shift without its windows of time. */
export const shiftsOn = (page: Page): Promise<number> => page.evaluate(() => Reflect.get(window, 'shifts'));
