import { expect, test } from 'vitest';
import { burnRate, minutesToPage, pageRules, shouldPage } from './burn-rate';

const objective = 0.999;
const monthMinutes = 30 * 24 * 60;

test.each([
  [1, 0.9],
  [0.1, 8.6],
  [0.02, 43.2],
  [0.01, 216],
  [0.005, Infinity],
])('when the share %f fails, the page comes after %f minutes', (share, minutes) => {
  expect(minutesToPage(share, objective)).toBeCloseTo(minutes, 1);
});

test('each rule fires when its share of the month’s budget is spent', () => {
  const spent = pageRules.map(({ longMinutes, threshold }) => (threshold * longMinutes) / monthMinutes);
  expect(spent.map((share) => Number(share.toFixed(4)))).toEqual([0.02, 0.05]);
});

/** Failed share minute by minute: an outage of `minutes` that ends at minute 0. */
const after = (outage: number, now: number) => (window: number) => {
  const overlap = Math.max(0, Math.min(0, now) - Math.max(-outage, now - window));
  return burnRate(overlap / window, objective);
};

test('the short windows end both pages within half an hour, the long ones alone would take one hour and six', () => {
  expect(after(10, 4)(5)).toBeGreaterThan(14.4);
  expect(after(10, 5)(5)).toBe(0);
  expect(after(10, 59)(60)).toBeGreaterThan(14.4);
  expect(after(10, 350)(360)).toBeGreaterThan(6);
  expect(shouldPage(after(10, 4))).toBe(true);
  expect(shouldPage(after(10, 30))).toBe(false);
});

test('an outage of 30 seconds wakes nobody', () => {
  const peak = after(0.5, 0);
  expect(peak(60)).toBeLessThan(14.4);
  expect(shouldPage(peak)).toBe(false);
});

test('a single failure among five requests looks like a catastrophe', () => {
  expect(burnRate(1 / 5, objective)).toBeCloseTo(200);
});
