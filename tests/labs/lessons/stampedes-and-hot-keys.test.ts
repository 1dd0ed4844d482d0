import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { cacheState, countServed, readLessonFile, startNginxCell, type NginxCell } from './nginx-lesson-cell';

const crowd = 60;
let lab: NginxCell;
let coalescing: string;

beforeAll(async () => {
  coalescing = await readLessonFile('03-caching/configs/coalescing.conf');
  lab = await startNginxCell('lesson-stampede');
});
afterEach(() => lab.cell.heal(null));
afterAll(() => lab.remove());

test('without the lock, 60 requests for a cold page become 60 rebuilds', async () => {
  await lab.apply(coalescing.replace('proxy_cache_lock on;', ''));
  await lab.injectAll({ kind: 'slow', delayMs: 1000 });
  expect(countServed(await lab.askAtOnce(crowd, { path: '/unlocked' }))).toBe(crowd);
});

test('with the lock they become one, and those who wait look again every 500 ms', async () => {
  await lab.apply(coalescing);
  await lab.injectAll({ kind: 'slow', delayMs: 300 });
  const responses = await lab.askAtOnce(crowd, { path: '/locked' });
  expect(countServed(responses)).toBe(1);
  const waited = responses.filter((response) => cacheState(response) === 'HIT');
  expect(waited).toHaveLength(crowd - 1);
  expect(Math.max(...waited.map(({ latencyMs }) => latencyMs))).toBeGreaterThan(480);
});

test('an expired page is served to everybody while it is renewed once', async () => {
  await lab.apply(coalescing);
  await lab.askOnce({ path: '/expiring' });
  await lab.injectAll({ kind: 'slow', delayMs: 2000 });
  const state = async () => cacheState(await lab.askOnce({ path: '/expiring' }));
  await expect.poll(state, { timeout: 10_000, interval: 50 }).toBe('STALE');
  const responses = await lab.askAtOnce(crowd, { path: '/expiring' });
  expect(countServed(responses)).toBe(0);
  expect(new Set(responses.map(cacheState))).toEqual(new Set(['UPDATING']));
});
