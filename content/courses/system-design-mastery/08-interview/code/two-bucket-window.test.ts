import { expect, test } from 'vitest';
import { adversary, batches, measure, steady } from './measure-window.mjs';
import { exactWindow, twoBucketWindow } from './two-bucket-window.mjs';

const summary = (times: number[]) => {
  const result = measure(times);
  return {
    wrong: Math.round((result.wronglyAllowed + result.wronglyDenied) * 100),
    passed: Number(((result.acceptedOfExact - 1) * 100).toFixed(1)),
    most: result.mostInAMinute,
  };
};

test.each([
  { name: 'half of the limit, steady', times: steady(0.5), row: { wrong: 0, passed: 0, most: 81 } },
  { name: '95% of the limit, steady', times: steady(0.95), row: { wrong: 12, passed: 1.5, most: 118 } },
  { name: 'three times the limit, steady', times: steady(3), row: { wrong: 18, passed: 0.4, most: 105 } },
  {
    name: '80 at once, about every minute',
    times: batches(80, 60_000),
    row: { wrong: 19, passed: 4, most: 160 },
  },
  {
    name: '150 at once, about every two minutes',
    times: batches(150, 120_000),
    row: { wrong: 13, passed: -7.1, most: 102 },
  },
  { name: 'knows the clock', times: adversary(), row: { wrong: 14, passed: 81.8, most: 199 } },
])('measured row of the text: $name', ({ times, row }) => {
  expect(summary(times)).toEqual(row);
});

test('the exact window never lets more than the limit through in any minute', () => {
  const allow = exactWindow(100);
  const accepted = adversary().slice(0, 5_000).filter(allow);
  for (const [index, time] of accepted.entries()) {
    const hundredBefore = accepted[index - 100];
    if (hundredBefore !== undefined) expect(time - hundredBefore).toBeGreaterThanOrEqual(60_000);
  }
});

test('two buckets forget a minute that is not the last', () => {
  const allow = twoBucketWindow(1);
  expect([allow(0), allow(59_999), allow(180_000), allow(181_000)]).toEqual([true, false, true, false]);
});
