import { describe, expect, it } from 'vitest';
import type { RequestTrace } from '@/labs/protocol/requests';
import type { ServerFrame } from '@/labs/protocol/server-frames';
import { caps, emptyRunView, isFailed, reduceFrame } from './run-view';
import { lastSeconds, recentShares } from './traffic-history';

const trace = (id: string): RequestTrace => ({
  id,
  at: 1,
  method: 'GET',
  path: '/',
  status: 200,
  error: null,
  server: 'app1',
  latencyMs: 1,
  bytes: 1,
  origin: 'load',
});
const stats = (at: number, windowMs: number, served: [number, number, number]): ServerFrame => ({
  type: 'stats',
  seq: at,
  stats: {
    at,
    windowMs,
    sent: served[0] + served[1] + served[2],
    ok: 0,
    failed: 1,
    inFlight: 0,
    p50Ms: 2,
    p99Ms: at,
    failures: {},
    servers: (['app1', 'app2', 'app3'] as const).map((name, index) => ({
      name,
      health: 'up',
      served: served[index] ?? 0,
      connections: 0,
    })),
  },
});
const view = (...frames: ServerFrame[]) => frames.reduce(reduceFrame, emptyRunView);

describe('the view of a run', () => {
  it('keeps the newest 200 requests and 1000 log lines', () => {
    const requests = Array.from({ length: 300 }, (_, index) => trace(`l${index}`));
    const lines = Array.from({ length: 1500 }, (_, index) => ({
      at: index,
      source: 'nginx',
      text: `${index}`,
    }));
    const state = view({ type: 'requests', seq: 1, requests }, { type: 'log', seq: 2, lines, dropped: 7 });
    expect([state.requests.length, state.requests[0]?.id]).toEqual([caps.requests, 'l299']);
    expect([state.log.length, state.log.at(-1)?.text, state.logDropped]).toEqual([caps.log, '1499', 7]);
  });

  it('forgets faults and balancer when the cell is gone, and keeps the verdicts', () => {
    const verdict = {
      ok: true,
      evidence: 'even',
      counterExample: null,
      expected: null,
      failedRequests: null,
    };
    const state = view(
      { type: 'verdict', seq: 1, replyTo: 1, task: 'spread', verdict, prediction: null },
      { type: 'balancer', seq: 2, balancer: { kind: 'serving', balancer: 'nginx', version: 1 } },
      { type: 'state', seq: 3, state: { kind: 'suspended', message: 'lost' } },
    );
    expect(state.balancer.kind).toBe('idle');
    expect(state.tasks.spread?.verdict.ok).toBe(true);
  });

  it('takes rates over the last second, and leaves windows without traffic out', () => {
    const { traffic } = view(
      stats(1000, 250, [5, 0, 0]),
      stats(1250, 250, [0, 5, 0]),
      stats(1251, 1, [0, 0, 0]),
    );
    expect(traffic.points).toHaveLength(2);
    expect(traffic.points.at(-1)?.perSecond).toEqual({ app1: 10, app2: 10, app3: 0 });
    expect(recentShares(traffic)).toEqual({ app1: 0.5, app2: 0.5, app3: 0 });
    expect(lastSeconds(traffic)).toEqual([
      { at: 1000, served: { app1: 5, app2: 5, app3: 0 }, failed: 2, p50Ms: 2, p99Ms: 1250 },
    ]);
  });

  it('counts 5xx and missing answers as failed, and nothing else', () => {
    expect(isFailed({ status: 404, error: null })).toBe(false);
    expect(isFailed({ status: 502, error: null })).toBe(true);
    expect(isFailed({ status: null, error: 'timeout' })).toBe(true);
  });
});
