import { afterEach, describe, expect, it, vi } from 'vitest';
import { LaunchError } from '@/labs/runtime/cell-runtime';
import { createLog } from '@/labs/service/observability/log';
import { ServiceMetrics } from '@/labs/service/observability/metrics';
import { FakeLiveCell } from '@/labs/service/testing/fake-live-cell';
import { FakeRuntime } from '@/labs/service/testing/fake-runtime';
import { CellSupply } from './cell-supply';

const never = () => new AbortController().signal;

function createSupply(options: { warmCells?: number; maxCells?: number } = {}) {
  const runtime = new FakeRuntime();
  const lives = new Map<string, FakeLiveCell>();
  const supply = new CellSupply({
    runtime,
    createLiveCell: ({ id }) => {
      const live = new FakeLiveCell(id);
      lives.set(id, live);
      return Promise.resolve(live);
    },
    warmCells: 0,
    refillPauseMs: 20,
    maxCells: 10,
    maxLaunches: 4,
    launchDeadlineMs: 1000,
    labelLifetimeMs: 1000,
    metrics: new ServiceMetrics(),
    log: createLog('silent'),
    ...options,
  });
  return { runtime, supply, lives };
}

describe('the supply of cells', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('hands a warm cell over without a launch, and makes the next one after a pause', async () => {
    const { runtime, supply } = createSupply({ warmCells: 1 });
    supply.start();
    await vi.waitFor(() => expect(supply.hasWarm).toBe(true));
    const [warm] = runtime.cells;
    const cell = await supply.take(never());
    expect(cell.id).toBe(warm);
    expect(runtime.cells.size).toBe(1);
    await vi.waitFor(() => expect(runtime.cells.size).toBe(2));
  });

  it('never hands one cell to two takers', async () => {
    const { supply } = createSupply({ warmCells: 2 });
    supply.start();
    await vi.waitFor(() => expect(supply.hasWarm).toBe(true));
    const cells = await Promise.all(Array.from({ length: 10 }, () => supply.take(never())));
    expect(new Set(cells.map((cell) => cell.id)).size).toBe(10);
  });

  it('never launches more than four cells at once', async () => {
    const { supply, runtime } = createSupply({ maxCells: 20 });
    await Promise.all(Array.from({ length: 12 }, () => supply.take(never())));
    expect(runtime.mostLaunchesAtOnce).toBe(4);
    expect(runtime.launches).toBe(12);
  });

  it('keeps fewer warm cells when the host is nearly full', async () => {
    const { supply, runtime } = createSupply({ warmCells: 3, maxCells: 3 });
    await supply.take(never());
    await supply.take(never());
    await vi.waitFor(() => expect(supply.hasWarm).toBe(true));
    expect(runtime.cells.size).toBe(3);
  });

  it('uses a cell once: what is discarded is removed', async () => {
    const { supply, runtime, lives } = createSupply();
    const cell = await supply.take(never());
    await supply.discard(cell);
    expect(runtime.cells.size).toBe(0);
    expect(lives.get(cell.id)?.isDisposed).toBe(true);
    expect(supply.isOwned(cell.id)).toBe(false);
  });

  it('removes the cell that comes up for somebody who left', async () => {
    const { supply, runtime } = createSupply();
    let go = () => undefined;
    runtime.holdLaunch = new Promise<void>((resolve) => {
      go = () => void resolve();
    });
    const leaving = new AbortController();
    const taking = supply.take(leaving.signal);
    leaving.abort(new Error('left'));
    await expect(taking).rejects.toThrow('left');
    go();
    await vi.waitFor(() => expect(runtime.launchesRunning).toBe(0));
    await vi.waitFor(() => expect(runtime.cells.size).toBe(0));
  });

  it('tries once more after an error of the engine, then tells the learner', async () => {
    const { supply, runtime } = createSupply();
    runtime.failure = new LaunchError('engine-error', 'boom');
    await expect(supply.take(never())).rejects.toMatchObject({ code: 'engine-error' });
    expect(runtime.launches).toBe(2);
  });

  it('tells at once that there is no engine', async () => {
    const { supply, runtime } = createSupply();
    runtime.failure = new LaunchError('no-engine', 'boom');
    await expect(supply.take(never())).rejects.toMatchObject({ code: 'no-engine' });
    expect(runtime.launches).toBe(1);
  });

  it('waits longer and longer between refills that fail', async () => {
    vi.useFakeTimers();
    const { supply, runtime } = createSupply({ warmCells: 1 });
    runtime.failure = new LaunchError('engine-error', 'boom');
    supply.start();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(runtime.launches).toBeLessThanOrEqual(5);
    runtime.failure = null;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(supply.hasWarm).toBe(true);
  });

  it('replaces a warm cell that is lost', async () => {
    const { supply, runtime, lives } = createSupply({ warmCells: 1 });
    supply.start();
    await vi.waitFor(() => expect(supply.hasWarm).toBe(true));
    const [first] = runtime.cells;
    lives.get(first ?? '')?.emit({ type: 'lost', reason: 'killed' });
    await vi.waitFor(() => expect([...runtime.cells]).not.toContain(first));
    await vi.waitFor(() => expect(supply.hasWarm).toBe(true));
  });

  it('leaves nothing behind when it closes, launches under way included', async () => {
    const { supply, runtime } = createSupply({ warmCells: 2 });
    supply.start();
    const taking = supply.take(never()).catch((error: unknown) => error);
    await supply.close();
    expect(runtime.cells.size).toBe(0);
    expect(await taking).toBeInstanceOf(LaunchError);
  });
});
