import { expect, test } from 'vitest';
import { createTokenBucket } from './token-bucket.js';

const countOk = (take: ReturnType<typeof createTokenBucket>, times: readonly number[]) =>
  times.filter((time) => take(time).ok).length;
const every = (stepMs: number, fromMs: number, toMs: number) =>
  Array.from({ length: (toMs - fromMs) / stepMs }, (_, index) => fromMs + index * stepMs);

test('a burst passes up to the capacity, then the rate decides', () => {
  const take = createTokenBucket(20, 10);
  expect(countOk(take, new Array<number>(60).fill(0))).toBe(20);
  const inTenSeconds = countOk(take, every(10, 10, 10_010));
  expect(inTenSeconds).toBeGreaterThanOrEqual(99);
  expect(inTenSeconds).toBeLessThanOrEqual(100);
});

test('no minute lets more pass than capacity plus rate', () => {
  const take = createTokenBucket(100, 100 / 60);
  expect(countOk(take, every(50, 0, 60_000))).toBeLessThanOrEqual(200);
});

test('a refused request learns when it may come again, and then it may', () => {
  const take = createTokenBucket(1, 2);
  expect(take(0).ok).toBe(true);
  expect(take(100)).toEqual({ ok: false, retryAfterMs: 400 });
  expect(take(500).ok).toBe(true);
});

test('an expensive request takes what it costs', () => {
  const take = createTokenBucket(100, 10);
  expect(take(0, 60).ok).toBe(true);
  expect(take(0, 60)).toEqual({ ok: false, retryAfterMs: 2000 });
});
