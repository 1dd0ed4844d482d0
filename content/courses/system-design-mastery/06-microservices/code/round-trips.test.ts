import { expect, test } from 'vitest';
import { downloadMs, tripsForBody } from './round-trips.js';

test('an answer of 14 KB takes one trip, 15 KB two, 100 KB three and 1 MB seven', () => {
  expect([14_000, 15_000, 100_000, 1_000_000].map(tripsForBody)).toEqual([1, 2, 3, 7]);
});

test('a phone with 50 ms waits 250 ms for 100 KB on a new connection and 150 ms on an open one', () => {
  expect(downloadMs('tcpTls13', 100_000, 50)).toBe(250);
  expect(downloadMs('open', 100_000, 50)).toBe(150);
  expect(downloadMs('tcpTls12', 100_000, 50) - downloadMs('quic', 100_000, 50)).toBe(100);
});
