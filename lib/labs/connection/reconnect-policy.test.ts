import { describe, expect, it } from 'vitest';
import { closeMeaning } from './close-meaning';
import { reconnectDelayMs } from './reconnect-policy';

describe('reconnecting to the lab service', () => {
  it('waits twice as long each time, up to ten seconds', () => {
    expect([1, 2, 3, 6, 7, 50].map((attempt) => reconnectDelayMs(attempt, 0.5))).toEqual([
      300, 600, 1200, 9600, 10_000, 10_000,
    ]);
  });

  it('spreads browsers by thirty percent to both sides', () => {
    expect(reconnectDelayMs(1, 0)).toBe(210);
    expect(reconnectDelayMs(1, 0.999_999)).toBe(390);
  });

  it('comes back after a restart and a lost line, and not after the end', () => {
    expect(closeMeaning(4003).kind).toBe('reconnect');
    expect(closeMeaning(1006).kind).toBe('reconnect');
    expect(closeMeaning(4000).kind).toBe('over');
    expect(closeMeaning(4001).kind).toBe('replaced');
  });
});
