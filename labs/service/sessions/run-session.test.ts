import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClientFrame } from '@/labs/protocol/client-frames';
import { closeCodes } from '@/labs/protocol/server-frames';
import { LaunchError } from '@/labs/runtime/cell-runtime';
import { FakeTab, claimsOf, createTestServices, passed } from '@/labs/service/testing/test-services';

const minute = 60_000;
const settle = () => vi.advanceTimersByTimeAsync(0);
const apply = (id: number, text = 'events {}'): ClientFrame => ({
  type: 'apply',
  id,
  balancer: 'nginx',
  files: { 'nginx.conf': text },
});

type Services = ReturnType<typeof createTestServices>;

async function open(services: Services, learner = 1, run = learner, replace = false) {
  const tab = new FakeTab();
  const session = services.registry.join(claimsOf(learner, run), tab, replace);
  if (!session) throw new Error('the run was turned away');
  await settle();
  return { tab, session };
}

describe('a run', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('shows the whole picture first, then becomes ready', async () => {
    const services = createTestServices();
    const { tab } = await open(services);
    expect(tab.frames[0]?.type).toBe('snapshot');
    expect(tab.state?.kind).toBe('ready');
    expect(services.receipts.map((receipt) => receipt.kind)).toEqual(['ready']);
  });

  it('numbers its frames so that every tab sees them grow', async () => {
    const services = createTestServices();
    const { tab, session } = await open(services);
    const { tab: second } = await open(services);
    session.receive(tab, apply(7));
    session.receive(second, { type: 'ping', id: 8 });
    await settle();
    for (const { frames } of [tab, second]) {
      const numbers = frames.map((frame) => frame.seq);
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    }
  });

  it('is the same run in a second tab: one cell, the same frames', async () => {
    const services = createTestServices();
    const { tab, session } = await open(services);
    const { tab: second } = await open(services);
    expect(services.runtime.launches).toBe(1);
    session.receive(tab, apply(7));
    await settle();
    expect(second.all('applied')).toEqual(tab.all('applied'));
  });

  it('applies one configuration at a time, in order, however fast the clicks are', async () => {
    const services = createTestServices();
    const { tab, session } = await open(services);
    session.receive(tab, apply(1));
    session.receive(tab, apply(2, 'broken'));
    session.receive(tab, apply(3));
    await settle();
    expect(services.onlyCell().mostAppliesAtOnce).toBe(1);
    expect(tab.all('applied').map((frame) => [frame.replyTo, frame.outcome.ok, frame.version])).toEqual([
      [1, true, 1],
      [2, false, 1],
      [3, true, 2],
    ]);
  });

  it('answers "busy" instead of queueing without end', async () => {
    const services = createTestServices();
    const { tab, session } = await open(services);
    services.onlyCell().holdApply = new Promise(() => undefined);
    for (let id = 0; id < 20; id += 1) session.receive(tab, apply(id));
    await settle();
    expect(tab.all('refused').filter((frame) => frame.code === 'busy')).toHaveLength(12);
  });

  it('lets nothing touch the cell while a check runs, and keeps its verdict', async () => {
    let finish = () => undefined;
    const services = createTestServices({
      runCheck: async () => {
        await new Promise<void>((resolve) => {
          finish = () => void resolve();
        });
        return { verdict: passed, prediction: null };
      },
    });
    const { tab, session } = await open(services);
    session.receive(tab, { type: 'check', id: 1, task: 'spread', prediction: 'a' });
    session.receive(tab, apply(2));
    session.receive(tab, { type: 'fault', id: 3, server: 'app2', fault: { kind: 'crash' } });
    session.receive(tab, { type: 'check', id: 4, task: 'spread', prediction: null });
    await settle();
    expect(tab.all('refused').map((frame) => [frame.replyTo, frame.code])).toEqual([
      [2, 'busy'],
      [3, 'busy'],
      [4, 'busy'],
    ]);
    finish();
    await settle();
    expect(tab.all('verdict')).toHaveLength(1);
    expect(services.receipts.map((receipt) => receipt.kind)).toEqual(['ready', 'task']);
    const { tab: later } = await open(services);
    expect(later.all('snapshot')[0]?.snapshot.tasks).toEqual({ spread: passed });
  });

  it('refuses an unknown task and a prediction that is none of the options', async () => {
    const services = createTestServices();
    const { tab, session } = await open(services);
    session.receive(tab, { type: 'check', id: 1, task: 'nothing', prediction: null });
    await settle();
    session.receive(tab, { type: 'check', id: 2, task: 'spread', prediction: 'z' });
    await settle();
    expect(tab.all('refused').map((frame) => frame.code)).toEqual(['unknown-task', 'malformed']);
  });

  it('shows a page that comes in the middle of a check that it runs, and lets go when it breaks off', async () => {
    let breakOff = () => {};
    const services = createTestServices({
      runCheck: (_live, _task, options) => {
        options?.say?.('sending 40 requests');
        return new Promise((_, reject) => (breakOff = () => reject(new Error('broken off'))));
      },
    });
    const { tab, session } = await open(services);
    session.receive(tab, { type: 'check', id: 1, task: 'spread', prediction: null });
    await settle();
    const { tab: second } = await open(services);
    const checking = { task: 'spread', text: 'sending 40 requests' };
    expect(second.all('snapshot')[0]?.snapshot.checking).toEqual(checking);
    breakOff();
    await settle();
    expect(second.all('check-progress').at(-1)?.text).toBeNull();
  });

  it('limits the composer', async () => {
    const services = createTestServices();
    const { tab, session } = await open(services);
    const request = {
      method: 'GET' as const,
      path: '/',
      headers: [],
      body: '',
      connection: null,
      port: 80,
      timeoutMs: 100,
    };
    for (let id = 0; id < 15; id += 1) session.receive(tab, { type: 'send', id, request });
    await settle();
    expect(tab.all('response')).toHaveLength(10);
    expect(tab.all('refused').every((frame) => frame.code === 'too-fast')).toBe(true);
  });

  it('is suspended when its cell is lost, and Apply goes on in a new one', async () => {
    const services = createTestServices();
    const { tab, session } = await open(services);
    services.onlyCell().emit({ type: 'lost', reason: 'killed' });
    await settle();
    expect(tab.state?.kind).toBe('suspended');
    expect(services.runtime.cells.size).toBe(0);
    session.receive(tab, apply(9));
    await settle();
    expect(tab.state?.kind).toBe('ready');
    expect(tab.all('applied').map((frame) => frame.replyTo)).toEqual([9]);
    expect(services.receipts.map((receipt) => receipt.kind)).toEqual(['ready', 'suspended', 'ready']);
  });

  it('goes on when its learner comes back after the loss', async () => {
    const services = createTestServices();
    const { tab, session } = await open(services);
    session.detach(tab);
    services.onlyCell().emit({ type: 'lost', reason: 'killed' });
    await settle();
    const { tab: back } = await open(services);
    expect(back.state?.kind).toBe('ready');
  });

  it('outlives its sockets for the idle time, and then ends', async () => {
    const services = createTestServices();
    const { tab, session } = await open(services);
    session.detach(tab);
    await vi.advanceTimersByTimeAsync(14 * minute);
    expect(services.runtime.cells.size).toBe(1);
    await vi.advanceTimersByTimeAsync(minute);
    expect(services.runtime.cells.size).toBe(0);
    expect(services.receipts.at(-1)).toMatchObject({ kind: 'ended', reason: 'idle' });
  });

  it('ends when its learner ends it, tells all tabs, and leaves no cell', async () => {
    const services = createTestServices();
    const { tab, session } = await open(services);
    const { tab: second } = await open(services);
    session.receive(tab, { type: 'end', id: 1 });
    session.receive(second, { type: 'end', id: 2 });
    await settle();
    expect([tab.closedWith, second.closedWith]).toEqual([closeCodes.ended, closeCodes.ended]);
    expect(services.runtime.cells.size).toBe(0);
    expect(services.receipts.filter((receipt) => receipt.kind === 'ended')).toHaveLength(1);
  });

  it('is told what to do when there is no engine, and starts by itself when it is back', async () => {
    const services = createTestServices();
    services.runtime.failure = new LaunchError('no-engine', 'dial unix: no such file');
    services.runtime.state = {
      ok: false,
      code: 'no-engine',
      message: 'Start Docker: sudo service docker start.',
    };
    const { tab } = await open(services);
    expect(tab.state).toEqual({
      kind: 'failed',
      code: 'no-runtime',
      message: 'Start Docker: sudo service docker start.',
    });
    services.runtime.failure = null;
    services.registry.retryFailedStarts();
    await settle();
    expect(tab.state?.kind).toBe('ready');
  });

  it('tells a dead balancer from a rejected configuration, and restarts it', async () => {
    const services = createTestServices();
    const { tab, session } = await open(services);
    services.onlyCell().isBalancerDead = true;
    session.receive(tab, apply(1));
    await settle();
    expect(tab.all('refused')[0]?.code).toBe('balancer-unreachable');
    session.receive(tab, { type: 'restart-balancer', id: 2 });
    session.receive(tab, apply(3));
    await settle();
    expect(tab.all('applied').map((frame) => frame.replyTo)).toEqual([3]);
  });

  it('is suspended, not ended, when the service goes down', async () => {
    const services = createTestServices();
    const { tab } = await open(services);
    await services.registry.shutDown();
    expect(tab.state?.kind).toBe('suspended');
    expect(tab.closedWith).toBe(closeCodes.shutdown);
    expect(services.runtime.cells.size).toBe(0);
  });
});
