import { expect, test } from 'vitest';
import { ReadBudget } from './read-budget';

test('a container within its budget is read at once, one beyond it waits until it has paid', () => {
  let now = 0;
  const budget = new ReadBudget(() => now);
  expect(budget.spend(1_000_000, 100)).toBe(0);
  const pauseMs = budget.spend(16 * 1024 * 1024, 0);
  expect(pauseMs).toBeGreaterThan(2000);
  expect(pauseMs).toBeLessThan(3000);
  now += pauseMs;
  expect(budget.spend(0, 0)).toBe(0);
  now += 3_600_000;
  expect(budget.spend(8 * 1024 * 1024, 1)).toBeGreaterThan(0);
});
