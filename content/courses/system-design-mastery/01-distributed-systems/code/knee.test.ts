import { expect, test } from 'vitest';
import { meanResponse } from './knee.js';

test.each([
  [0.5, 2],
  [0.7, 3.3],
  [0.8, 5],
  [0.9, 10],
])('one server at a utilisation of %f answers after %f service times', (utilisation, expected) => {
  expect(meanResponse({ utilisation }) / expected).toBeCloseTo(1, 1);
});

test('equal service times halve the wait at 90%', () => {
  const random = meanResponse({ utilisation: 0.9 }) - 1;
  const fixed = meanResponse({ utilisation: 0.9, isServiceFixed: true }) - 1;
  expect(fixed / random).toBeCloseTo(0.5, 1);
});

test('with one queue before 16 servers, 90% costs 1.4 service times instead of 10', () => {
  expect(meanResponse({ utilisation: 0.9, servers: 16 })).toBeCloseTo(1.4, 1);
});

test('from 90 to 97% one server becomes more than three times slower', () => {
  expect(meanResponse({ utilisation: 0.97 }) / meanResponse({ utilisation: 0.9 })).toBeGreaterThan(3);
});
