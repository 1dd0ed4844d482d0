import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RunExpiry } from './run-expiry';

const minute = 60_000;
const settings = { idleMs: 15 * minute, maxAgeMs: 120 * minute, warningMs: 2 * minute };

function createExpiry() {
  const listener = { warn: vi.fn(), moved: vi.fn(), expire: vi.fn() };
  return { expiry: new RunExpiry(settings, listener), listener };
}

describe('the end of a run by itself', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('comes after the idle time, with a warning two minutes before', () => {
    const { listener } = createExpiry();
    vi.advanceTimersByTime(13 * minute);
    expect(listener.warn).toHaveBeenCalledExactlyOnceWith({
      reason: 'idle',
      endsAt: 15 * minute,
      extendable: true,
    });
    expect(listener.expire).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2 * minute);
    expect(listener.expire).toHaveBeenCalledExactlyOnceWith('idle');
  });

  it('moves with what the learner does', () => {
    const { expiry, listener } = createExpiry();
    vi.advanceTimersByTime(10 * minute);
    expiry.touch();
    vi.advanceTimersByTime(14 * minute);
    expect(listener.expire).not.toHaveBeenCalled();
    expect(listener.moved).toHaveBeenLastCalledWith(25 * minute);
    vi.advanceTimersByTime(minute);
    expect(listener.expire).toHaveBeenCalledOnce();
  });

  it('counts small moves too, though it does not announce them', () => {
    const { expiry, listener } = createExpiry();
    vi.advanceTimersByTime(10_000);
    expiry.touch();
    expect(listener.moved).not.toHaveBeenCalled();
    vi.advanceTimersByTime(15 * minute - 1);
    expect(listener.expire).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(listener.expire).toHaveBeenCalledOnce();
  });

  it('warns again after an extension', () => {
    const { expiry, listener } = createExpiry();
    vi.advanceTimersByTime(14 * minute);
    expect(expiry.extend()).toBe(true);
    expect(listener.moved).toHaveBeenCalledWith(44 * minute);
    vi.advanceTimersByTime(28 * minute);
    expect(listener.warn).toHaveBeenCalledTimes(2);
  });

  it('never comes later than the maximum age, and says that it cannot be extended', () => {
    const { expiry, listener } = createExpiry();
    for (let passed = 0; passed < 115; passed += 5) {
      vi.advanceTimersByTime(5 * minute);
      expiry.touch();
    }
    expect(expiry.extend()).toBe(false);
    vi.advanceTimersByTime(4 * minute);
    expect(listener.warn).toHaveBeenLastCalledWith({
      reason: 'age',
      endsAt: 120 * minute,
      extendable: false,
    });
    vi.advanceTimersByTime(minute);
    expect(listener.expire).toHaveBeenCalledExactlyOnceWith('age');
  });

  it('never comes once it is stopped', () => {
    const { expiry, listener } = createExpiry();
    expiry.stop();
    vi.advanceTimersByTime(200 * minute);
    expect(listener.expire).not.toHaveBeenCalled();
  });
});
