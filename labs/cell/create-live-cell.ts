import { serverNames, type ServerName } from '@/labs/protocol/names';
import type { Cell } from '@/labs/runtime/cell-runtime';
import { createBalancerControl } from './balancer-control';
import { createEmitter } from './emitter';
import type { LiveCell, LiveCellEvent } from './live-cell';
import { isFailure } from './load-tally';
import { responseOfProbe, traceOfResponse, traceOfSample } from './request-recorder';
import { createServedLedger } from './served-ledger';
import { createServerControl, type ServerControl } from './server-control';
import { createStatsMeter } from './stats-meter';
import { createTrafficControl } from './traffic-control';
import type { AgentNotice } from './agent-client';

export type LiveCellOptions = {
  /** How long the five agents may take to answer for the first time. */
  readyDeadlineMs?: number;
  /** Agents end themselves when they hear nothing for 60 s. */
  heartbeatMs?: number;
};

type Sample = Extract<AgentNotice, { type: 'tick' }>['samples'][number];

const statsWindowMs = 250;
/** App servers report what they served every 50 ms; a sample waits this long for its server's name. */
const joinDelayMs = 120;
const maxTracesPerEvent = 60;

/** Takes a launched cell over. Resolves when every agent answers; rejects with AgentError when one does not in time. */
export async function createLiveCell(cell: Cell, options: LiveCellOptions = {}): Promise<LiveCell> {
  const { readyDeadlineMs = 20_000, heartbeatMs = 15_000 } = options;
  const events = createEmitter<LiveCellEvent>();
  const ledger = createServedLedger();
  const meter = createStatsMeter(Date.now());
  const samples: Sample[] = [];
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let isLost = false;
  let isDisposed = false;

  const balancer = createBalancerControl(cell.nodes.balancer, {
    state: (state) => events.emit({ type: 'balancer', balancer: state }),
    log: (lines, dropped) => events.emit({ type: 'log', lines, dropped }),
  });
  const traffic = createTrafficControl(cell.nodes.traffic, {
    loadServed: () => ledger.loadServed(),
    settle: () => flushAll(),
    trace: (sample) => traceOfSample(sample, ledger),
  });
  const server = (name: ServerName) =>
    createServerControl(name, cell.nodes[name], {
      changed(ended) {
        events.emit({ type: 'faults', faults: activeFaults(), ended });
        showHealth();
      },
    });
  const servers: Record<ServerName, ServerControl> = {
    app1: server('app1'),
    app2: server('app2'),
    app3: server('app3'),
  };
  const everyServer = serverNames.map((name) => servers[name]);

  function activeFaults() {
    return everyServer.flatMap((control) => control.fault ?? []);
  }
  const healthOf = (name: ServerName) => servers[name].health;

  function showHealth() {
    const now = Date.now();
    events.emit({
      type: 'stats',
      stats: traffic.isFlowing ? meter.healthOnly(now, healthOf) : meter.take(now, healthOf),
    });
  }

  function lose(reason: string) {
    if (isLost || isDisposed) return;
    isLost = true;
    events.emit({ type: 'lost', reason });
  }

  async function flushAll() {
    await Promise.all(everyServer.map((control) => control.flush()));
  }

  function after(ms: number, act: () => void) {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, ms);
    timers.add(timer);
  }

  function showSamples() {
    const joined = samples.splice(0).map((sample) => traceOfSample(sample, ledger));
    if (joined.length > 0) events.emit({ type: 'requests', requests: joined });
  }

  for (const name of serverNames)
    servers[name].client.on((notice) => {
      if (notice.type === 'hello') meter.restarted(name);
      if (notice.type !== 'served') return;
      ledger.add(name, notice.records);
      meter.served(name, notice);
    });

  let idle: ReturnType<typeof setTimeout> | undefined;
  function showStats() {
    events.emit({ type: 'stats', stats: meter.take(Date.now(), healthOf) });
    clearTimeout(idle);
    // While load flows its ticks set the pace; the longer wait only covers a tick that is late.
    idle = setTimeout(showStats, traffic.isFlowing ? statsWindowMs * 3 : statsWindowMs);
  }
  traffic.client.on((notice) => {
    if (notice.type !== 'tick') return;
    meter.tick(notice);
    showStats();
    if (notice.samples.length === 0) return;
    if (samples.length === 0) after(joinDelayMs, showSamples);
    samples.push(...notice.samples.slice(0, maxTracesPerEvent));
  });

  const stopTrafficExit = cell.nodes.traffic.onExit(() => lose('The traffic container stopped.'));

  function beat() {
    for (const control of everyServer) void control.beat(heartbeatMs);
    traffic.ping(heartbeatMs).catch(() => lose('The traffic container does not answer.'));
    void balancer.beat(heartbeatMs);
  }
  const heartbeat = setInterval(beat, heartbeatMs);

  function dispose() {
    isDisposed = true;
    clearInterval(heartbeat);
    clearTimeout(idle);
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
    stopTrafficExit();
    for (const control of [balancer, traffic, ...everyServer]) control.dispose();
    events.clear();
  }

  try {
    await Promise.all([
      balancer.ready(readyDeadlineMs),
      traffic.ping(readyDeadlineMs),
      ...everyServer.map((control) => control.ready(readyDeadlineMs)),
    ]);
  } catch (error) {
    dispose();
    throw error;
  }
  showStats();

  return {
    id: cell.id,
    get balancer() {
      return balancer.state;
    },
    get faults() {
      return activeFaults();
    },
    get traffic() {
      return traffic.settings;
    },
    apply: balancer.apply,
    restartBalancer: balancer.restart,
    inject: (name, fault, leaseMs) => servers[name].inject(fault, leaseMs),
    async heal(name) {
      await Promise.all((name === null ? everyServer : [servers[name]]).map((one) => one.heal('healed')));
    },
    setTraffic: traffic.set,
    async send(requests, { concurrency = 1, origin = 'check' } = {}) {
      if (requests.length === 0) return [];
      const reports = await traffic.probe(requests, concurrency);
      await flushAll();
      const responses = reports.map((report) => responseOfProbe(report, ledger, origin));
      const traces = responses.map(traceOfResponse);
      const shown = [...traces.filter(isFailure), ...traces.filter((trace) => !isFailure(trace))];
      events.emit({ type: 'requests', requests: shown.slice(0, maxTracesPerEvent) });
      return responses;
    },
    measureLoad: traffic.measure,
    async memoryBytes() {
      const sizes = await Promise.all(Object.values(cell.nodes).map((node) => node.memoryBytes()));
      return sizes.reduce((sum, size) => sum + size, 0);
    },
    on: events.on,
    dispose,
  };
}
