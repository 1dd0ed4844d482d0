import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LaunchError } from '@/labs/runtime/cell-runtime';
import { createTestServices } from '@/labs/service/testing/test-services';
import { DeepHealth } from './deep-health';
import { createLog } from './log';

describe('the deep health check', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('uses one cell however many ask, not more than one in 30 s, and leaves none', async () => {
    const { supply, runtime } = createTestServices();
    const health = new DeepHealth(supply, createLog('silent'));
    const reports = await Promise.all([health.check(), health.check(), health.check()]);
    expect(reports.every((report) => report.ok)).toBe(true);
    await health.check();
    expect(runtime.launches).toBe(1);
    await vi.advanceTimersByTimeAsync(30_000);
    await health.check();
    expect(runtime.launches).toBe(2);
    await vi.advanceTimersByTimeAsync(0);
    expect(runtime.cells.size).toBe(0);
  });

  it('says that learners cannot be served when no cell can be made', async () => {
    const { supply, runtime } = createTestServices();
    runtime.failure = new LaunchError('host-full', 'no subnet left');
    const report = await new DeepHealth(supply, createLog('silent')).check();
    expect(report).toMatchObject({ ok: false });
    expect(JSON.stringify(report)).not.toContain('subnet');
  });
});
