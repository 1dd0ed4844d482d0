import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { cacheState, countServed, readLessonFile, startNginxCell, type NginxCell } from './nginx-lesson-cell';

let lab: NginxCell;
let edge: string;

const asUser = (name: string, path: string) => ({
  path,
  headers: [['Cookie', `session=${name}`] satisfies [string, string]],
});

beforeAll(async () => {
  edge = await readLessonFile('03-caching/configs/edge.conf');
  lab = await startNginxCell('lesson-edge');
});
afterEach(() => lab.cell.heal(null));
afterAll(() => lab.remove());

test('parameters that do not change the page share one entry, those that do have their own', async () => {
  await lab.apply(edge);
  const paths = ['/list?page=2', '/list?page=2&utm_source=mail', '/list?fbclid=7&page=2', '/list?page=3'];
  const responses = [];
  for (const path of paths) responses.push(await lab.askOnce({ path }));
  expect(responses.map(cacheState)).toEqual(['MISS', 'HIT', 'HIT', 'MISS']);
  expect(countServed(responses)).toBe(2);
});

test('a page that was made for one session is shown to no other', async () => {
  await lab.apply(edge);
  const first = await lab.askOnce(asUser('anna', '/account'));
  const second = await lab.askOnce(asUser('ben', '/account'));
  expect([first, second].map(cacheState)).toEqual(['BYPASS', 'BYPASS']);
  expect(second.body).toContain('session=ben');
});

test('without the two session lines the second user gets the first one’s page', async () => {
  await lab.apply(edge.replace(/^.*\$cookie_session;\n/gm, ''));
  await lab.askOnce(asUser('anna', '/account'));
  const second = await lab.askOnce(asUser('ben', '/account'));
  expect(cacheState(second)).toBe('HIT');
  expect(second.body).toContain('session=anna');
});

test('when every origin server is dead, visitors still get the page, marked stale', async () => {
  await lab.apply(edge);
  await lab.askOnce({ path: '/front' });
  await lab.injectAll({ kind: 'crash' });
  const state = async () => cacheState(await lab.askOnce({ path: '/front' }));
  await expect.poll(state, { timeout: 10_000, interval: 50 }).toBe('STALE');
  expect(await lab.askOnce({ path: '/front' })).toMatchObject({ status: 200 });
  expect(await lab.askOnce({ path: '/never-asked' })).toMatchObject({ status: 502 });
});
