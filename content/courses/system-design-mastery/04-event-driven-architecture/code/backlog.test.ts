import { expect, test } from 'vitest';
import { arrivals, backlogByHour } from './backlog.js';

const endOf = (hours: number[], hour: number) => hours[hour] ?? Number.NaN;

test('one hour without consumers lasts until twenty to eleven at night, and is worst at two in the afternoon', () => {
  const backlog = backlogByHour(720, 9);
  expect(endOf(backlog, 9)).toBe(2_160_000);
  expect(Math.max(...backlog)).toBe(2_772_000);
  expect(backlog.indexOf(2_772_000)).toBe(13);
  expect(endOf(backlog, 11)).toBe(1_836_000);
  expect(endOf(backlog, 21)).toBe(936_000);
  expect(endOf(backlog, 22)).toBe(0);
  const minutesInLastHour = 936_000 / (720 - (arrivals[22] ?? 0)) / 60;
  expect(Math.round(minutesInLastHour)).toBe(37);
  expect(2_772_000 / 720 / 60).toBeCloseTo(64, 0);
});

test('with twice the capacity it is over before eleven in the morning', () => {
  const backlog = backlogByHour(1440, 9);
  expect(endOf(backlog, 9)).toBe(2_160_000);
  expect(endOf(backlog, 10)).toBe(0);
  expect(Math.round(2_160_000 / (1440 - 650) / 60)).toBe(46);
});

test('on a good day the noon peak alone builds a backlog that is gone by five', () => {
  const backlog = backlogByHour(720, -1);
  expect(endOf(backlog, 13)).toBe(936_000);
  expect(endOf(backlog, 16)).toBe(0);
});
