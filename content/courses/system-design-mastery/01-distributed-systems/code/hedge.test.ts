import { expect, test } from 'vitest';
import { pageLatencies } from './hedge.js';

test('the median of a page with a hundred calls is a stall, although one call in a hundred stalls', () => {
  expect(pageLatencies({ calls: 1, pages: 100_000 }).p95).toBeLessThan(25);
  const { p50, p95 } = pageLatencies({ calls: 100 });
  expect(p50).toBeCloseTo(170, -1);
  expect(p95).toBeCloseTo(300, -1);
});

test('hedging after 25 ms brings the median to 33 ms and the p95 below 50 ms for 3% more calls', () => {
  const { p50, p95, extraLoad } = pageLatencies({ calls: 100, hedgeAfterMs: 25 });
  expect(p50).toBeCloseTo(33, 0);
  expect(p95).toBeLessThan(50);
  expect(extraLoad).toBeCloseTo(0.03, 2);
});

test('hedging after 15 ms buys 7 ms of the median for five times the extra calls', () => {
  const early = pageLatencies({ calls: 100, hedgeAfterMs: 15 });
  expect(early.p50).toBeCloseTo(26, 0);
  expect(early.extraLoad).toBeCloseTo(0.14, 2);
});
