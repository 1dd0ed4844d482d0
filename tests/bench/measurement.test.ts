import { expect, it } from 'vitest';
import { absolute, asTable, median, percentile, ratioAgainst } from './measurement';

it('takes percentiles by nearest rank', () => {
  expect(percentile([4, 1, 3, 2], 0.5)).toBe(2);
  expect(percentile([4, 1, 3, 2], 0.99)).toBe(4);
  expect(() => median([])).toThrow('No value was measured.');
});

it('compares medians of the same run and says when a limit is missed', () => {
  const kept = ratioAgainst('a', [10, 11, 12], { name: 'b', values: [10, 10, 10] }, 1.3);
  const missed = ratioAgainst('a', [20, 20, 20], { name: 'b', values: [10, 10, 10] }, 1.3);
  expect([kept.ok, missed.ok]).toEqual([true, false]);
  expect(absolute('c', [60, 70, 80], 50).ok).toBe(false);
  expect(asTable([missed])).toContain('**missed**');
});
