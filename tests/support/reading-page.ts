import type { Page } from 'playwright-core';

/** Opens a lesson, and waits until it answers to its reader: a page's scripts begin once its text is painted. */
export const openLesson = async (page: Page, path: string) => {
  await page.goto(path);
  await page.locator('html[data-reader]').waitFor();
};

/** Selects the first 40 characters of the lesson's first paragraph, as a reader would with the mouse. */
export const selectWords = async (page: Page) => {
  const words = await page.evaluate(() => {
    const paragraph = document.querySelector('[data-lesson-text] > p');
    const node = paragraph && document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
    if (!node) throw new Error('The lesson has no text.');
    const range = document.createRange();
    range.setStart(node, 0);
    range.setEnd(node, Math.min(40, node.textContent?.length ?? 0));
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    return range.toString().trim();
  });
  return words.replaceAll(/\s+/g, ' ');
};

/** Selects the words of the first paragraph below a heading, as a reader would with the mouse. */
export const selectParagraph = (page: Page, heading: string) =>
  page.evaluate((id) => {
    const paragraph = document.querySelector(`#${id} ~ p`);
    if (!paragraph) throw new Error('There is no such paragraph.');
    paragraph.scrollIntoView({ block: 'center' });
    getSelection()?.selectAllChildren(paragraph);
    return (getSelection()?.toString() ?? '').replaceAll(/\s+/g, ' ').trim();
  }, heading);

/** The passages that the lesson shows as marked: highlights, then notes. */
export const highlighted = (page: Page) =>
  page.evaluate(() =>
    ['reader-mark', 'reader-note'].flatMap((name) =>
      [...(CSS.highlights.get(name) ?? [])].map((range) => String(range).replaceAll(/\s+/g, ' ')),
    ),
  );

/** What the browser keeps of a visitor's progress and notes, by its keys: nothing once an account holds it. */
export const keptByVisitor = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => /^mastery\.(progress|notes)/.test(key)));
