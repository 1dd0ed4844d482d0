import type { Page } from 'playwright-core';

/** Opens a lesson, and waits until it answers to its reader: a page's scripts begin once its text is painted. */
export const openLesson = async (page: Page, path: string) => {
  await page.goto(path);
  await page.locator('html[data-reader]').waitFor();
};
