import { serverNames, type ServerName } from '@/labs/protocol/names';
import type { StatsWindow } from '@/labs/protocol/server-frames';

/** One window as the charts draw it: rates per second, latencies in ms. */
export type TrafficPoint = {
  at: number;
  windowMs: number;
  perSecond: Record<ServerName, number>;
  served: Record<ServerName, number>;
  sent: number;
  failed: number;
  failedPerSecond: number;
  p50Ms: number | null;
  p99Ms: number | null;
};

export type TrafficHistory = { points: readonly TrafficPoint[]; last: StatsWindow | null };

export const emptyTraffic: TrafficHistory = { points: [], last: null };

/** Windows that are kept: a minute at four a second. */
export const maxPoints = 240;

/** Shorter windows carry news of a server's health, not of traffic. */
const minWindowMs = 50;

/** Rates are taken over the last second: a quarter of one holds too few requests to be read. */
const rateSpanMs = 1000;

/** Adds a window; one that is not newer than the last is ignored. */
export function addWindow(history: TrafficHistory, stats: StatsWindow): TrafficHistory {
  if (history.last !== null && stats.at < history.last.at) return history;
  if (stats.windowMs < minWindowMs) return { ...history, last: stats };
  const served = { app1: 0, app2: 0, app3: 0 };
  for (const server of stats.servers) served[server.name] = server.served;
  const lastSecond = history.points.filter((point) => point.at > stats.at - rateSpanMs);
  const seconds = lastSecond.reduce((sum, point) => sum + point.windowMs, stats.windowMs) / 1000;
  const rate = (now: number, before: (point: TrafficPoint) => number) =>
    lastSecond.reduce((sum, point) => sum + before(point), now) / seconds;
  const perSecond = {
    app1: rate(served.app1, (point) => point.served.app1),
    app2: rate(served.app2, (point) => point.served.app2),
    app3: rate(served.app3, (point) => point.served.app3),
  };
  const point: TrafficPoint = {
    at: stats.at,
    windowMs: stats.windowMs,
    perSecond,
    served,
    sent: stats.sent,
    failed: stats.failed,
    failedPerSecond: rate(stats.failed, (point) => point.failed),
    p50Ms: stats.p50Ms,
    p99Ms: stats.p99Ms,
  };
  return { points: [...history.points, point].slice(-maxPoints), last: stats };
}

/** Each server's share (0–1) of what was served in the last `spanMs`; null when nothing was. */
export function recentShares(history: TrafficHistory, spanMs = 3000): Record<ServerName, number> | null {
  const newest = history.points.at(-1);
  if (newest === undefined) return null;
  const recent = history.points.filter((point) => point.at > newest.at - spanMs);
  const sums = { app1: 0, app2: 0, app3: 0 };
  for (const point of recent) for (const name of serverNames) sums[name] += point.served[name];
  const total = sums.app1 + sums.app2 + sums.app3;
  if (total === 0) return null;
  return { app1: sums.app1 / total, app2: sums.app2 / total, app3: sums.app3 / total };
}

export type SecondRow = {
  at: number;
  served: Record<ServerName, number>;
  failed: number;
  p50Ms: number | null;
  p99Ms: number | null;
};

/** The last `count` whole seconds, newest first, as the table beside the charts shows them. Percentiles are the worst window's. */
export function lastSeconds(history: TrafficHistory, count = 10): SecondRow[] {
  const rows = new Map<number, SecondRow>();
  for (const point of history.points) {
    const at = Math.floor(point.at / 1000) * 1000;
    const row = rows.get(at) ?? {
      at,
      served: { app1: 0, app2: 0, app3: 0 },
      failed: 0,
      p50Ms: null,
      p99Ms: null,
    };
    for (const name of serverNames) row.served[name] += point.served[name];
    row.failed += point.failed;
    row.p50Ms = worse(row.p50Ms, point.p50Ms);
    row.p99Ms = worse(row.p99Ms, point.p99Ms);
    rows.set(at, row);
  }
  return [...rows.values()].sort((a, b) => b.at - a.at).slice(0, count);
}

const worse = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.max(a, b));
