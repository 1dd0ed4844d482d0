import type { Page } from 'playwright-core';
import { lessonKey } from './addresses';

/** Sends the form to ask, which is open, and stays on the thread. @returns its address */
export const postQuestion = async (page: Page, title: string, body = '') => {
  await page.getByLabel('Your question in one sentence').fill(title);
  await page.getByLabel('Details').fill(body);
  await page.getByRole('button', { name: 'Post the question' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  return new URL(page.url()).pathname;
};

/** Asks about the lesson, and stays on the thread. @returns its address */
export const ask = async (page: Page, title: string, body?: string) => {
  await page.goto(`/questions/ask?lesson=${lessonKey}`);
  return postQuestion(page, title, body);
};

export const answersOn = (page: Page) => page.getByRole('article', { name: /^Answer by/ });

/** Answers, and stays on the answer. */
export const answer = async (page: Page, thread: string, body: string) => {
  await page.goto(thread);
  await page.getByLabel('Your answer').fill(body);
  await page.getByRole('button', { name: 'Post the answer' }).click();
  await answersOn(page).getByText(body, { exact: true }).waitFor();
};

/** Comments on the post that `post` selects. */
export const comment = async (page: Page, thread: string, post: string, body: string) => {
  await page.goto(thread);
  await page.locator(post).getByRole('button', { name: 'Comment', exact: true }).click();
  await page.getByLabel('Your comment').fill(body);
  await page.getByRole('button', { name: 'Post the comment' }).click();
  await page.getByText(body).waitFor();
};
