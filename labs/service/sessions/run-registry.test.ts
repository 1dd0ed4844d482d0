import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeCodes } from '@/labs/protocol/server-frames';
import { FakeTab, claimsOf, createTestServices } from '@/labs/service/testing/test-services';

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('the runs of a host', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('let a learner have one live run; the second is turned away and the first goes on', async () => {
    const { registry, runtime } = createTestServices();
    const [first, second] = [new FakeTab(), new FakeTab()];
    registry.join(claimsOf(1, 1), first, false);
    await settle();
    expect(registry.join(claimsOf(1, 2), second, false)).toBeNull();
    expect(second.state).toMatchObject({ kind: 'failed', code: 'another-run-is-live' });
    expect(second.closedWith).toBe(closeCodes.failed);
    expect(first.state?.kind).toBe('ready');
    expect(runtime.launches).toBe(1);
  });

  it('end the first when the learner asks to replace it', async () => {
    const { registry, runtime } = createTestServices();
    const [first, second] = [new FakeTab(), new FakeTab()];
    registry.join(claimsOf(1, 1), first, false);
    await settle();
    registry.join(claimsOf(1, 2), second, true);
    await settle();
    expect(first.state).toEqual({ kind: 'ended', reason: 'learner' });
    expect(second.state?.kind).toBe('ready');
    expect(runtime.cells.size).toBe(1);
  });

  it('know whose a run is', async () => {
    const { registry } = createTestServices();
    registry.join(claimsOf(1, 1), new FakeTab(), false);
    await settle();
    expect(registry.mayJoin(claimsOf(1, 1))).toBe(true);
    expect(registry.mayJoin(claimsOf(2, 1))).toBe(false);
    expect(registry.mayJoin(claimsOf(1, 1, 'layer-4'))).toBe(false);
  });

  it('turn an unknown scenario away before anything is created', () => {
    const { registry, runtime } = createTestServices();
    const tab = new FakeTab();
    expect(registry.join(claimsOf(1, 1, 'nothing'), tab, false)).toBeNull();
    expect(tab.state).toMatchObject({ code: 'scenario-unknown' });
    expect(runtime.launches).toBe(0);
  });

  it('queue when the host is full, show the position, and let the next one in', async () => {
    const { registry } = createTestServices({ places: 1 });
    const tabs = [1, 2, 3].map(() => new FakeTab());
    const sessions = tabs.map((tab, index) => registry.join(claimsOf(index + 1), tab, false));
    await settle();
    expect(tabs.map((tab) => tab.state)).toMatchObject([
      { kind: 'ready' },
      { kind: 'queued', position: 1 },
      { kind: 'queued', position: 2 },
    ]);
    await sessions[0]?.end('learner');
    await settle();
    expect(tabs[1]?.state?.kind).toBe('ready');
    expect(tabs[2]?.state).toEqual({ kind: 'queued', position: 1 });
  });

  it('give the place in the queue of a learner who left to the next, after a short grace', async () => {
    const { registry } = createTestServices({ places: 1 });
    const tabs = [1, 2, 3].map(() => new FakeTab());
    const sessions = tabs.map((tab, index) => registry.join(claimsOf(index + 1), tab, false));
    const [, leaving] = sessions;
    const [, leavingTab] = tabs;
    if (!leaving || !leavingTab) throw new Error('three runs were opened');
    leaving.detach(leavingTab);
    await vi.advanceTimersByTimeAsync(4000);
    expect(tabs[2]?.state).toEqual({ kind: 'queued', position: 2 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(tabs[2]?.state).toEqual({ kind: 'queued', position: 1 });
  });

  it('keep the place in the queue over a reload', async () => {
    const { registry } = createTestServices({ places: 1 });
    const tabs = [1, 2, 3].map(() => new FakeTab());
    const sessions = tabs.map((tab, index) => registry.join(claimsOf(index + 1), tab, false));
    if (tabs[1]) sessions[1]?.detach(tabs[1]);
    const reloaded = new FakeTab();
    registry.join(claimsOf(2), reloaded, false);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(reloaded.state).toEqual({ kind: 'queued', position: 1 });
  });

  it('give a launch up when the learner ends it meanwhile, and leak nothing', async () => {
    const { registry, runtime, receipts } = createTestServices();
    let go = () => undefined;
    runtime.holdLaunch = new Promise<void>((resolve) => {
      go = () => void resolve();
    });
    const tab = new FakeTab();
    const session = registry.join(claimsOf(1), tab, false);
    session?.receive(tab, { type: 'end', id: 1 });
    go();
    await settle();
    expect(tab.state).toEqual({ kind: 'ended', reason: 'learner' });
    expect(runtime.cells.size).toBe(0);
    expect(receipts.map((receipt) => receipt.kind)).toEqual(['ended']);
  });
});
