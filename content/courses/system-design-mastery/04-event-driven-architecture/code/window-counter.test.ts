import { expect, test } from 'vitest';
import { clicks } from './clicks.js';
import { windowCounter } from './window-counter.js';

const minute = { partitions: ['a'], size: 60, bound: 15, lateness: 0 };

function run(options: Parameters<typeof windowCounter>[0]) {
  const counter = windowCounter(options);
  const results = clicks.flatMap(([arrival, time]) =>
    counter.add('a', time).map((result) => ({ arrival, ...result })),
  );
  return { counter, results };
}

test('the first minute is counted at second 82, with 12 clicks, one of which came 23 seconds late', () => {
  const { counter, results } = run(minute);
  expect(results).toEqual([{ arrival: 82, start: 0, count: 12, isCorrection: false }]);
  expect(counter.dropped()).toBe(1);
});

test('with 60 seconds of allowed lateness the click that comes at 94 corrects the count to 13', () => {
  const { counter, results } = run({ ...minute, lateness: 60 });
  expect(results.at(-1)).toEqual({ arrival: 94, start: 0, count: 13, isCorrection: true });
  expect(counter.dropped()).toBe(0);
});

test('with a bound of 40 seconds nothing is late, and nothing has been counted by second 98', () => {
  expect(run({ ...minute, bound: 40 }).results).toEqual([]);
});

test('a partition without events holds back every window', () => {
  const counter = windowCounter({ ...minute, partitions: ['a', 'b'] });
  expect(clicks.flatMap(([, time]) => counter.add('a', time))).toEqual([]);
  expect(counter.watermark()).toBe(-Infinity);
  expect(counter.add('b', 90)).toHaveLength(1);
});

test('one event from the future makes all others late', () => {
  const counter = windowCounter(minute);
  counter.add('a', 1);
  counter.add('a', 365 * 86_400);
  expect(counter.add('a', 2)).toEqual([]);
  expect(counter.dropped()).toBe(1);
});

test('state is freed once a window can no longer change', () => {
  const counter = windowCounter(minute);
  for (let time = 0; time < 3600; time += 1) counter.add('a', time);
  expect(counter.openWindows()).toBeLessThanOrEqual(2);
});
