import { afterEach, expect, it, vi } from 'vitest';
import { RateLimit } from './rate-limit';

afterEach(() => {
  vi.useRealTimers();
});

it('goes on giving when the wall clock is put back', () => {
  vi.useFakeTimers();
  const limit = new RateLimit(1, 1);
  expect(limit.take()).toBe(true);
  vi.setSystemTime(Date.now() - 3_600_000);
  vi.advanceTimersByTime(1000);
  expect(limit.take()).toBe(true);
});
