import { expect, test } from 'vitest';
import { lruHitRatio } from './hit-ratio';
import { Lru } from './lru';
import { estimatedLruHitRatio } from './lru-estimate';
import { warmUp } from './warm-up';

test('the key that was not used for longest is evicted first', () => {
  const cache = new Lru<number>(2);
  cache.set('a', 1);
  cache.set('b', 2);
  cache.get('a');
  cache.set('c', 3);
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
});

test.each([
  [10, 0.13],
  [100, 0.39],
  [1000, 0.68],
  [2000, 0.77],
  [5000, 0.9],
])('of 10,000 keys, the %i most recent ones answer %f of the requests', (capacity, ratio) => {
  expect(lruHitRatio({ keys: 10_000, capacity, requests: 200_000 })).toBeCloseTo(ratio, 1.7);
});

test.each([
  [100, 0.39],
  [1000, 0.68],
  [5000, 0.9],
])('of 10,000 keys, %i are estimated to answer the %f that the simulation finds', (capacity, ratio) => {
  expect(estimatedLruHitRatio(10_000, capacity)).toBeCloseTo(ratio, 1.7);
});

test.each([
  [1_000_000, 0.1, 0.78],
  [200_000_000, 0.01, 0.7],
  [200_000_000, 0.1, 0.84],
])('of %i keys, the share %f answers %f of the requests', (keys, share, ratio) => {
  expect(estimatedLruHitRatio(keys, share * keys)).toBeCloseTo(ratio, 2);
});

test('one scanned key a request costs ten points of hit ratio', () => {
  const trial = { keys: 10_000, capacity: 1000, requests: 200_000 };
  expect(lruHitRatio({ ...trial, scanEvery: 1 })).toBeCloseTo(0.58, 2);
});

test('a cold cache that fills within the limit refuses fewer every second and nobody after 90', () => {
  const seconds = warmUp(1_000_000, 20_000, 3000, 100);
  expect((seconds[0]?.refused ?? 0) / 20_000).toBeCloseTo(0.44, 1.7);
  expect((seconds[29]?.refused ?? 0) / 20_000).toBeCloseTo(0.08, 1.7);
  expect(seconds[94]?.refused).toBeLessThan(20);
  expect(Math.max(...seconds.map(({ queries }) => queries))).toBe(3000);
});
