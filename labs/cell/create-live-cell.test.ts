import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLiveCell } from './create-live-cell';
import { BalancerUnreachableError, type LiveCell, type LiveCellEvent } from './live-cell';
import { createScriptedCell, silence } from './scripted-cell';

const files = { 'nginx.conf': 'events {}' };
const accepted = { ok: true, ms: 6, checkMs: 4, diagnostics: [] };

let cell: ReturnType<typeof createScriptedCell>;
let live: LiveCell;
let events: LiveCellEvent[];

beforeEach(async () => {
  vi.useFakeTimers();
  cell = createScriptedCell();
  cell.nodes.balancer.reply = (command) => (command.type === 'apply' ? accepted : null);
  live = await createLiveCell(cell);
  events = [];
  live.on((event) => events.push(event));
});
afterEach(() => {
  live.dispose();
  vi.useRealTimers();
});

const eventsOf = <K extends LiveCellEvent['type']>(type: K) =>
  events.filter((event): event is Extract<LiveCellEvent, { type: K }> => event.type === type);
const lastHealth = () =>
  eventsOf('stats')
    .at(-1)
    ?.stats.servers.map(({ health }) => health);

describe('a cell', () => {
  it('is not handed out before all five agents answer', async () => {
    const silent = createScriptedCell();
    silent.nodes.app3.reply = () => silence;
    const pending = expect(createLiveCell(silent, { readyDeadlineMs: 100 })).rejects.toMatchObject({
      code: 'deadline',
    });
    await vi.advanceTimersByTimeAsync(100);
    await pending;
  });

  it('shows the health of its servers every 250 ms, also without traffic', async () => {
    await vi.advanceTimersByTimeAsync(1000);
    expect(eventsOf('stats')).toHaveLength(4);
    expect(lastHealth()).toEqual(['up', 'up', 'up']);
  });

  it('keeps its agents alive with a ping every 15 s, and is lost when the traffic container is silent', async () => {
    cell.nodes.traffic.reply = () => silence;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(cell.nodes.app1.typesSent()).toEqual(['ping', 'ping']);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(eventsOf('lost')).toHaveLength(1);
  });
});

describe('apply', () => {
  it('serves a new version when the balancer accepts, and keeps the old one when it refuses', async () => {
    await live.apply('nginx', files);
    expect(live.balancer).toEqual({ kind: 'serving', balancer: 'nginx', version: 1 });
    const refused = { ...accepted, ok: false };
    cell.nodes.balancer.reply = () => refused;
    expect(await live.apply('nginx', files)).toEqual(refused);
    expect(live.balancer).toEqual({ kind: 'serving', balancer: 'nginx', version: 1 });
  });

  it('says that the container is unreachable when it is silent, and works again after a restart', async () => {
    await live.apply('nginx', files);
    cell.nodes.balancer.reply = () => silence;
    const pending = expect(live.apply('nginx', files)).rejects.toBeInstanceOf(BalancerUnreachableError);
    await vi.advanceTimersByTimeAsync(20_000);
    await pending;
    expect(live.balancer.kind).toBe('down');
    await expect(live.apply('nginx', files)).rejects.toBeInstanceOf(BalancerUnreachableError);

    cell.nodes.balancer.reply = (command) => (command.type === 'apply' ? accepted : null);
    expect(await live.restartBalancer()).toEqual(accepted);
    expect(live.balancer).toEqual({ kind: 'serving', balancer: 'nginx', version: 2 });
  });

  it('gives a balancer up that floods, without waiting for it', async () => {
    for (let line = 0; line < 1001; line += 1) cell.nodes.balancer.line('noise');
    expect(live.balancer.kind).toBe('down');
    await expect(live.apply('nginx', files)).rejects.toBeInstanceOf(BalancerUnreachableError);
  });
});

describe('faults', () => {
  it('are shown at once', async () => {
    await live.inject('app2', { kind: 'hang' });
    expect(cell.nodes.app2.orders).toEqual(['pause']);
    expect(lastHealth()).toEqual(['up', 'hung', 'up']);
    expect(live.faults.map(({ server }) => server)).toEqual(['app2']);
  });

  it('heal by themselves when their lease ends', async () => {
    await live.inject('app2', { kind: 'unplug' }, 5000);
    await vi.advanceTimersByTimeAsync(5000);
    expect(cell.nodes.app2.orders).toEqual(['unplug', 'plug']);
    expect(eventsOf('faults').at(-1)?.ended).toEqual({ server: 'app2', why: 'lease' });
    expect(live.faults).toEqual([]);
  });

  it('replace each other: a hung server is resumed before it is crashed', async () => {
    await live.inject('app1', { kind: 'hang' });
    await live.inject('app1', { kind: 'crash' });
    expect(cell.nodes.app1.orders).toEqual(['pause', 'resume']);
    expect(cell.nodes.app1.typesSent().at(-1)).toBe('crash');
    expect(live.faults.map(({ fault }) => fault.kind)).toEqual(['crash']);
  });

  it('never send a line to a crashed server until it is healed, since a line starts it', async () => {
    const node = cell.nodes.app2;
    node.reply = (command) => (command.type === 'crash' ? silence : null);
    await live.inject('app2', { kind: 'crash' });
    const sent = node.commands.length;
    await vi.advanceTimersByTimeAsync(31_000);
    cell.nodes.traffic.reply = () => [];
    await live.send([{ path: '/' }]);
    expect(node.commands).toHaveLength(sent);
    node.reply = (command, self) => {
      self.event({ type: 'hello', role: 'app', server: 'app2' });
      return null;
    };
    await live.heal(null);
    expect(node.commands.length).toBeGreaterThan(sent);
    expect(lastHealth()).toEqual(['up', 'up', 'up']);
  });

  it('show a server whose container stopped as down, and heal it by starting the container', async () => {
    cell.nodes.app3.exit(137);
    expect(lastHealth()).toEqual(['up', 'up', 'down']);
    await live.heal('app3');
    expect(cell.nodes.app3.orders).toEqual(['restart']);
    expect(lastHealth()).toEqual(['up', 'up', 'up']);
  });
});

describe('requests', () => {
  const report = (id: string) => ({
    id,
    at: 1,
    method: 'GET',
    path: '/',
    status: 200,
    error: null,
    latencyMs: 1,
    bytes: 2,
    headers: [],
    body: 'ok',
  });

  it('name the server that confirmed them, not the one that the answer claims', async () => {
    cell.nodes.traffic.reply = (command) =>
      command.type === 'probe'
        ? command.requests.map(({ id }) => ({ ...report(id), headers: [['x-served-by', 'app1']] }))
        : null;
    cell.nodes.app3.reply = (command, self) => {
      if (command.type === 'flush')
        self.event({
          type: 'served',
          served: 1,
          connections: 1,
          records: [{ id: 'p1', at: 1, path: '/', status: 200, connection: 4, headers: [['host', 'shop']] }],
        });
      return null;
    };
    const responses = await live.send([{ path: '/' }, { path: '/' }]);
    expect(responses.map(({ server }) => server)).toEqual(['app3', null]);
    expect(responses[0]?.seenByServer).toEqual({ connection: 4, path: '/', headers: [['host', 'shop']] });
  });

  it('sum up to a bounded load, after which the learner’s own traffic goes on', async () => {
    const tick = {
      type: 'tick' as const,
      at: 0,
      windowMs: 250,
      p50Ms: 1,
      p99Ms: 3,
      failures: { '502': 1 },
      samples: [],
    };
    const loads: unknown[] = [];
    cell.nodes.traffic.reply = (command, self) => {
      if (command.type !== 'load') return null;
      loads.push(command.settings?.rate ?? null);
      const counts = command.settings
        ? { sent: 10, ok: 8, failed: 1, inFlight: 1 }
        : { sent: 0, ok: 1, failed: 0, inFlight: 0 };
      queueMicrotask(() =>
        self.event({ ...tick, ...counts, failures: counts.failed > 0 ? tick.failures : {} }),
      );
      return null;
    };
    await live.setTraffic({ on: true, rate: 30 });
    const during = vi.fn(async () => undefined);
    const measured = live.measureLoad({ rate: 60, durationMs: 1000 }, during);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await measured).toMatchObject({ sent: 10, ok: 9, failed: 1, failures: { '502': 1 } });
    expect(during).toHaveBeenCalledOnce();
    expect(loads).toEqual([30, null, 60, null, 30]);
  });
});
