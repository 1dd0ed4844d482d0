import { expect, test } from 'vitest';
import { soldTwice } from './sold-twice.js';

const sale = { seats: 60_000, ordersPerSecond: 100, lagSeconds: 2.5 };

test('a replica 2.5 s behind sells about 1,900 of 60,000 seats twice', () => {
  expect(soldTwice(sale)).toBe(1957);
});

test('the estimate by halvings is within a factor of 1.5', () => {
  const blind = sale.ordersPerSecond * sale.lagSeconds;
  const estimate = Math.log2(sale.seats / blind) * 0.7 * blind;
  expect(soldTwice(sale) / estimate).toBeGreaterThan(1);
  expect(soldTwice(sale) / estimate).toBeLessThan(1.5);
});

test('half the lag sells somewhat more than half as many twice, and none sells none', () => {
  const half = soldTwice({ ...sale, lagSeconds: 1.25 });
  expect(half / soldTwice(sale)).toBeGreaterThan(0.48);
  expect(half / soldTwice(sale)).toBeLessThan(0.6);
  expect(soldTwice({ ...sale, lagSeconds: 0 })).toBe(0);
});

test('two blind seconds at ten bookings a second book about a tenth of 1,000 rooms twice', () => {
  expect(soldTwice({ seats: 1000, ordersPerSecond: 10, lagSeconds: 2 })).toBe(100);
});

test('twice the workers sell almost twice as many seats twice, and the usual lag a hundred', () => {
  expect(soldTwice({ ...sale, ordersPerSecond: 200 })).toBe(3695);
  expect(soldTwice({ ...sale, lagSeconds: 0.1 })).toBe(96);
});
