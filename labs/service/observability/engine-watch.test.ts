import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeRuntime } from '@/labs/service/testing/fake-runtime';
import { EngineWatch } from './engine-watch';
import { createLog } from './log';

describe('the watch over the engine', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('tells within two seconds that the engine is back', async () => {
    const runtime = new FakeRuntime();
    runtime.state = { ok: false, code: 'no-engine', message: 'Start Docker.' };
    const watch = new EngineWatch(runtime, createLog('silent'));
    const heard = vi.fn();
    watch.onHealthy(heard);
    expect(await watch.probe()).toMatchObject({ ok: false });
    runtime.state = { ok: true, engine: 'fake', version: '1' };
    await vi.advanceTimersByTimeAsync(2000);
    expect(heard).toHaveBeenCalledExactlyOnceWith(true);
    watch.stop();
  });

  it('passes the advice of the setup on, which knows what is missing', async () => {
    const runtime = new FakeRuntime();
    runtime.state = { ok: false, code: 'no-engine', message: 'Docker does not answer.' };
    const watch = new EngineWatch(runtime, createLog('silent'), 'Docker is not installed: install it.');
    expect(await watch.probe()).toMatchObject({ message: 'Docker is not installed: install it.' });
    watch.stop();
  });

  it('takes an engine that hangs for one that is away', async () => {
    const runtime = new FakeRuntime();
    vi.spyOn(runtime, 'health').mockRejectedValue(new Error('deadline'));
    const watch = new EngineWatch(runtime, createLog('silent'));
    expect(await watch.probe()).toMatchObject({ ok: false, code: 'no-engine' });
    watch.stop();
  });
});
