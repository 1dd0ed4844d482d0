import { beforeAll, describe, expect, it } from 'vitest';
import { listCourses, listPublishedLessons } from '@/lib/courses/course';
import { expectAccessible, expectNoSidewaysScroll, type Visitor } from '@/tests/support/browser';
import { useProduct } from '@/tests/support/product';

const lessons = listCourses().flatMap(listPublishedLessons);

describe('every lesson', () => {
  const { visit } = useProduct();
  let reader: Visitor;
  let plain: Visitor;
  beforeAll(async () => {
    reader = await visit();
    plain = await visit({ javaScript: false });
  });

  it.each(lessons)('$slug is accessible and fits, light on a desk and dark on a phone', async (lesson) => {
    const { page, problems } = reader;
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(lesson.href, { waitUntil: 'load' });
    await expectAccessible(page, `${lesson.slug}, light at 1440 px`);
    await expectNoSidewaysScroll(page, `${lesson.slug} at 1440 px`);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expectAccessible(page, `${lesson.slug}, dark at 390 px`);
    await expectNoSidewaysScroll(page, `${lesson.slug} at 390 px`);
    expect(await problems()).toEqual([]);
  });

  it.each(lessons)('$slug is whole without JavaScript', async (lesson) => {
    const { page } = plain;
    await page.goto(lesson.href);
    await page.getByRole('heading', { level: 1, name: lesson.title, exact: true }).waitFor();
    const text = page.locator('[data-lesson-text]');
    expect((await text.innerText()).split(/\s+/).length).toBeGreaterThan(900);
    expect(await text.locator('svg[role="img"]').count()).toBeGreaterThan(0);
    expect(await text.getByRole('heading', { level: 2 }).count()).toBeGreaterThanOrEqual(5);
    // Answers open by themselves, so they are there for readers without code as well.
    const answer = text.locator('section[data-answer] details').first();
    await answer.locator('summary').click();
    expect(await answer.evaluate((element) => element.hasAttribute('open'))).toBe(true);
  });
});
