import { expect, test } from 'vitest';
import { minutesDownAMonth, redundant, redundantWithCommonCause, serial } from './availability';

test('five parts with three nines each, in series, are down for three and a half hours a month', () => {
  expect(minutesDownAMonth(serial(0.999, 0.999, 0.999, 0.999, 0.999))).toBeCloseTo(215.6, 1);
});

test('two independent copies of a part with two nines have four', () => {
  expect(redundant(2, 0.99)).toBeCloseTo(0.9999, 6);
  expect(minutesDownAMonth(redundant(2, 0.99))).toBeCloseTo(4.3, 1);
});

test.each([
  [1, 0, 432],
  [2, 0, 4.3],
  [2, 0.02, 12.8],
  [2, 0.1, 46.7],
  [3, 0.1, 43.2],
])('%i copies of 99%% with common cause %f are down %f minutes a month', (copies, common, minutes) => {
  expect(minutesDownAMonth(redundantWithCommonCause(copies, 0.99, common))).toBeCloseTo(minutes, 1);
});

test('a nine is a tenth of the minutes', () => {
  const minutes = [0.99, 0.999, 0.9995, 0.9999, 0.99999].map(minutesDownAMonth);
  expect(minutes.map((value) => Number(value.toFixed(2)))).toEqual([432, 43.2, 21.6, 4.32, 0.43]);
});
