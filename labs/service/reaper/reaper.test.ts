import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '@/labs/service/observability/log';
import { ServiceMetrics } from '@/labs/service/observability/metrics';
import { FakeRuntime } from '@/labs/service/testing/fake-runtime';
import { Reaper } from './reaper';

describe('the reaper', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function createReaper(owned: string[]) {
    const runtime = new FakeRuntime();
    const reaper = new Reaper({
      runtime,
      isOwned: (id) => owned.includes(id),
      metrics: new ServiceMetrics(),
      log: createLog('silent'),
    });
    return { runtime, reaper };
  }

  it('removes at boot what an earlier process left, and leaves what is owned', async () => {
    const { runtime, reaper } = createReaper(['mine']);
    for (const id of ['left-1', 'left-2', 'mine']) runtime.cells.add(id);
    expect(await reaper.start()).toBe(2);
    expect([...runtime.cells]).toEqual(['mine']);
    reaper.stop();
  });

  it('finds soon what the engine still made for a process that was killed', async () => {
    const { runtime, reaper } = createReaper([]);
    await reaper.start();
    runtime.cells.add('late');
    await vi.advanceTimersByTimeAsync(2000);
    expect(runtime.cells.size).toBe(0);
    reaper.stop();
  });

  it('goes on when the engine was away for a round', async () => {
    const { runtime, reaper } = createReaper([]);
    runtime.cells.add('left');
    vi.spyOn(runtime, 'list').mockRejectedValueOnce(new Error('no engine'));
    expect(await reaper.start()).toBe(0);
    await vi.advanceTimersByTimeAsync(2000);
    expect(runtime.cells.size).toBe(0);
    reaper.stop();
  });
});
