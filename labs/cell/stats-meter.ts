import type { AgentNotice } from './agent-client';
import { serverNames, type ServerName } from '@/labs/protocol/names';
import type { StatsWindow } from '@/labs/protocol/server-frames';

type Tick = Extract<AgentNotice, { type: 'tick' }>;
export type Health = StatsWindow['servers'][number]['health'];

/** Merges what the traffic container and the app servers report into windows; every number is counted in exactly one window. */
export interface StatsMeter {
  tick(tick: Tick): void;
  served(server: ServerName, totals: { served: number; connections: number }): void;
  /** The server began anew: its totals count from zero again. */
  restarted(server: ServerName): void;
  /** Everything since the last window. */
  take(at: number, health: (server: ServerName) => Health): StatsWindow;
  /** Health alone, for a change that must not wait for the next tick: no counts, `windowMs` 1. The counts stay for the next window. */
  healthOnly(at: number, health: (server: ServerName) => Health): StatsWindow;
}

type ServerTotals = { last: number; pending: number; connections: number };

export function createStatsMeter(startedAt: number): StatsMeter {
  const servers: Record<ServerName, ServerTotals> = {
    app1: { last: 0, pending: 0, connections: 0 },
    app2: { last: 0, pending: 0, connections: 0 },
    app3: { last: 0, pending: 0, connections: 0 },
  };
  let ticks: Tick[] = [];
  let inFlight = 0;
  let lastAt = startedAt;

  return {
    tick(tick) {
      ticks.push(tick);
      inFlight = tick.inFlight;
    },
    served(server, totals) {
      const entry = servers[server];
      // A total below the last one means that the server began anew before its hello was read.
      entry.pending += totals.served >= entry.last ? totals.served - entry.last : totals.served;
      entry.last = totals.served;
      entry.connections = totals.connections;
    },
    restarted(server) {
      servers[server].last = 0;
      servers[server].connections = 0;
    },
    take(at, health) {
      const sum = (pick: (tick: Tick) => number) => ticks.reduce((total, tick) => total + pick(tick), 0);
      const failures: Record<string, number> = {};
      for (const tick of ticks)
        for (const [cause, count] of Object.entries(tick.failures))
          failures[cause] = (failures[cause] ?? 0) + count;
      const latest = ticks.findLast((tick) => tick.p50Ms !== null);
      const window: StatsWindow = {
        at,
        windowMs: ticks.length > 0 ? sum((tick) => tick.windowMs) : Math.max(1, at - lastAt),
        sent: sum((tick) => tick.sent),
        ok: sum((tick) => tick.ok),
        failed: sum((tick) => tick.failed),
        inFlight,
        p50Ms: latest?.p50Ms ?? null,
        p99Ms: latest?.p99Ms ?? null,
        failures,
        servers: serverNames.map((name) => ({
          name,
          health: health(name),
          served: servers[name].pending,
          connections: servers[name].connections,
        })),
      };
      for (const name of serverNames) servers[name].pending = 0;
      ticks = [];
      lastAt = at;
      return window;
    },
    healthOnly(at, health) {
      return {
        at,
        windowMs: 1,
        sent: 0,
        ok: 0,
        failed: 0,
        inFlight,
        p50Ms: null,
        p99Ms: null,
        failures: {},
        servers: serverNames.map((name) => ({
          name,
          health: health(name),
          served: 0,
          connections: servers[name].connections,
        })),
      };
    },
  };
}
