import { afterEach, expect, test, vi } from 'vitest';
import { createFaultState } from './fault-state';

afterEach(() => {
  vi.useRealTimers();
});

test('errors fail exactly their share, evenly spread', () => {
  const faults = createFaultState();
  faults.set({ kind: 'errors', share: 0.1 }, 60_000);
  const failed = Array.from({ length: 100 }, () => faults.next().fail);
  expect(failed.filter(Boolean)).toHaveLength(10);
  expect(failed.indexOf(true)).toBe(9);
  faults.set(null, 0);
});

test('a fault heals itself when its lease ends, and a new one has a lease of its own', () => {
  vi.useFakeTimers();
  const faults = createFaultState();
  faults.set({ kind: 'slow', delayMs: 700 }, 1000);
  vi.advanceTimersByTime(900);
  faults.set({ kind: 'slow', delayMs: 300 }, 1000);
  vi.advanceTimersByTime(900);
  expect(faults.next()).toEqual({ delayMs: 300, fail: false });
  vi.advanceTimersByTime(200);
  expect(faults.next()).toEqual({ delayMs: 0, fail: false });
});
