import { expect, it } from 'vitest';
import { findLessonConfiguration } from './find-lesson-configuration';

const lesson = 'load-balancers-layer-4-vs-layer-7';

it('finds the configuration that a lesson shows, with its balancer', async () => {
  const found = await findLessonConfiguration(`${lesson}/configs/layer-4.cfg`);
  expect(found).toMatchObject({
    balancer: 'haproxy',
    lesson: { href: `/courses/system-design-mastery/${lesson}` },
  });
  expect(found?.text).toContain('mode tcp');
});

it.each([
  ['a lesson that does not exist', 'no-such-lesson/configs/layer-4.cfg'],
  ['a file that does not exist', `${lesson}/configs/no-such.conf`],
  ['a way out of the folder', `${lesson}/configs/../../course.json`],
  ['another way out', `${lesson}/../../../../package.json`],
  ['a file that is no configuration', `${lesson}/figures/layer-split.tsx`],
  ['an absolute path', `${lesson}//etc/passwd`],
  ['nothing', ''],
])('finds nothing for %s', async (_, reference) => {
  expect(await findLessonConfiguration(reference)).toBeNull();
});
