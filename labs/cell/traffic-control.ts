import { z } from 'zod';
import { ProbeReport, type LoadSettings } from '@/labs/protocol/agent-frames';
import type { ServerName } from '@/labs/protocol/names';
import type { ProbeRequestInput, RequestTrace, TrafficSettings } from '@/labs/protocol/requests';
import type { CellNode } from '@/labs/runtime/cell-runtime';
import { createAgentClient, type AgentClient, type AgentNotice } from './agent-client';
import type { LiveCell, LoadReport } from './live-cell';
import { createLoadTally } from './load-tally';
import { createSerial } from './serial';

type Tick = Extract<AgentNotice, { type: 'tick' }>;
type Load = Parameters<LiveCell['measureLoad']>[0];

const commandDeadlineMs = 5000;
const flowDeadlineMs = 5000;
const defaultProbeTimeoutMs = 5000;
const defaultLoadTimeoutMs = 5000;

export interface TrafficControl {
  readonly client: AgentClient;
  readonly settings: TrafficSettings;
  /** Load flows, the learner's or a check's. */
  readonly isFlowing: boolean;
  set(settings: TrafficSettings): Promise<void>;
  probe(requests: readonly ProbeRequestInput[], concurrency: number): Promise<ProbeReport[]>;
  measure(load: Load, during?: () => Promise<void>): Promise<LoadReport>;
  /** Resolves when the agent answers. Rejects with AgentError. */
  ping(deadlineMs: number): Promise<void>;
  dispose(): void;
}

/** What the tally asks of the rest of the cell. */
export type LoadSources = {
  loadServed(): Record<ServerName, number>;
  settle(): Promise<void>;
  trace(sample: Tick['samples'][number]): RequestTrace;
};

/** Drives the traffic container: one load at a time, the learner's or a check's, and probes beside it. */
export function createTrafficControl(node: CellNode, sources: LoadSources): TrafficControl {
  const client = createAgentClient(node);
  const oneAtATime = createSerial();
  let settings: TrafficSettings = { on: false, rate: 50 };
  let isFlowing = false;
  let nextProbe = 1;
  let quiet: Promise<void> = Promise.resolve();

  async function run(load: z.input<typeof LoadSettings> | null) {
    await client.request({ type: 'load', settings: load }, z.unknown(), { deadlineMs: commandDeadlineMs });
    isFlowing = load !== null;
  }

  /** Stops the load. `quiet` then resolves when every request that was under way has ended, one way or the other. */
  async function stop(timeoutMs: number) {
    if (!isFlowing) return;
    quiet = nextTick(client, (tick) => tick.inFlight === 0, timeoutMs + flowDeadlineMs);
    quiet.catch(() => undefined);
    await run(null);
  }

  const learnersLoad = () => (settings.on ? { rate: settings.rate } : null);

  async function measureNow(load: Load, during: () => Promise<void>): Promise<LoadReport> {
    const {
      rate,
      durationMs,
      paths,
      requestsPerConnection,
      clients,
      timeoutMs = defaultLoadTimeoutMs,
    } = load;
    await stop(defaultLoadTimeoutMs);
    await quiet;
    await sources.settle();
    const tally = createLoadTally(sources.loadServed());
    const flowing = nextTick(client, (tick) => tick.sent > 0, flowDeadlineMs);
    flowing.catch(() => undefined);
    const stopTally = client.on((notice) => {
      if (notice.type === 'tick') tally.add(notice);
    });
    try {
      const startedAt = performance.now();
      await run({
        rate,
        timeoutMs,
        ...(paths && { paths }),
        ...(requestsPerConnection && { requestsPerConnection }),
        ...(clients && { clients }),
      });
      await flowing;
      await during();
      await until(startedAt + durationMs);
      await stop(timeoutMs);
      await quiet;
      await sources.settle();
    } finally {
      stopTally();
      const resumed = learnersLoad();
      await (resumed ? run(resumed) : stop(timeoutMs));
    }
    return tally.report(sources.loadServed(), (sample) => sources.trace(sample));
  }

  return {
    client,
    get settings() {
      return settings;
    },
    get isFlowing() {
      return isFlowing;
    },
    set(next) {
      settings = next;
      return oneAtATime(() => {
        const load = learnersLoad();
        return load ? run(load) : stop(defaultLoadTimeoutMs);
      });
    },
    probe(requests, concurrency) {
      const numbered = requests.map((request) => ({ ...request, id: `p${nextProbe++}` }));
      return client.request({ type: 'probe', requests: numbered, concurrency }, z.array(ProbeReport), {
        deadlineMs: probeDeadlineMs(requests, concurrency),
      });
    },
    measure: (load, during = () => Promise.resolve()) => oneAtATime(() => measureNow(load, during)),
    async ping(deadlineMs) {
      await client.request({ type: 'ping' }, z.unknown(), { deadlineMs });
    },
    dispose: () => client.dispose(),
  };
}

/** The longest that the probes can take when every one of them times out. Requests of one connection wait for each other. */
function probeDeadlineMs(requests: readonly ProbeRequestInput[], concurrency: number): number {
  const timeoutMs = Math.max(...requests.map((request) => request.timeoutMs ?? defaultProbeTimeoutMs), 0);
  const perConnection = new Map<string, number>();
  for (const { connection } of requests)
    if (connection !== null && connection !== undefined)
      perConnection.set(connection, (perConnection.get(connection) ?? 0) + 1);
  const rounds = Math.ceil(requests.length / concurrency) + Math.max(0, ...perConnection.values());
  return rounds * timeoutMs + commandDeadlineMs;
}

function nextTick(client: AgentClient, accepts: (tick: Tick) => boolean, deadlineMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      reject(
        new Error(`The traffic container reported nothing that was waited for within ${deadlineMs} ms.`),
      );
    }, deadlineMs);
    const stop = client.on((notice) => {
      if (notice.type !== 'tick' || !accepts(notice)) return;
      clearTimeout(timer);
      stop();
      resolve();
    });
  });
}

function until(deadline: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, deadline - performance.now())));
}
