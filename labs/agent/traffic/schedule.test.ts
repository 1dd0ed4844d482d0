import { expect, test } from 'vitest';
import { createSchedule } from './schedule';

test('requests are due on schedule, whether or not anything is answered', () => {
  const schedule = createSchedule(1000, 100);
  expect(schedule.take(1000, 100)).toEqual([1000]);
  expect(schedule.msUntilNext(1003)).toBe(7);
  expect(schedule.take(1025, 100)).toEqual([1010, 1020]);
});

test('after a stall every request that became due is sent, with its own intended time', () => {
  const schedule = createSchedule(0, 500);
  const due = schedule.take(1000, 10_000);
  expect(due).toHaveLength(501);
  expect(due.slice(0, 3)).toEqual([0, 2, 4]);
});

test('one call takes no more than its limit, and the rest stays due', () => {
  const schedule = createSchedule(0, 500);
  expect(schedule.take(1000, 200)).toHaveLength(200);
  expect(schedule.take(1000, 1000)).toHaveLength(301);
});
