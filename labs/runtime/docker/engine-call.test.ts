import { describe, expect, test } from 'vitest';
import { callEngine, EngineDeadlineError } from './engine-call';

const never = () => new Promise<never>(() => undefined);

describe('callEngine', () => {
  test('rejects at its deadline, even when the library never answers', async () => {
    const call = callEngine({ name: 'start', deadlineMs: 10 }, never);
    await expect(call).rejects.toEqual(new EngineDeadlineError('start', 10));
  });

  test('rejects with the caller’s reason, and tells the library to stop', async () => {
    const caller = new AbortController();
    const reason = new Error('gone');
    let told: AbortSignal | undefined;
    const call = callEngine({ name: 'start', deadlineMs: 10_000, signal: caller.signal }, (signal) => {
      told = signal;
      return never();
    });
    caller.abort(reason);
    await expect(call).rejects.toBe(reason);
    expect(told?.reason).toBe(reason);
  });

  test('never fires the signal of a call that was answered: a connection may outlive it', async () => {
    const caller = new AbortController();
    let told: AbortSignal | undefined;
    await callEngine({ name: 'attach', deadlineMs: 10_000, signal: caller.signal }, async (signal) => {
      told = signal;
    });
    caller.abort();
    expect(told?.aborted).toBe(false);
  });
});
