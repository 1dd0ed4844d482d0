import { expect, it } from 'vitest';
import { createStatsMeter } from './stats-meter';

const tick = { type: 'tick' as const, at: 0, windowMs: 250, inFlight: 2, p50Ms: 1, p99Ms: 4, samples: [] };

it('counts every number in exactly one window', () => {
  const meter = createStatsMeter(0);
  meter.served('app1', { served: 10, connections: 3 });
  meter.tick({ ...tick, sent: 25, ok: 20, failed: 3, failures: { '502': 3 } });
  const first = meter.take(250, () => 'up');
  expect(first).toMatchObject({
    windowMs: 250,
    sent: 25,
    ok: 20,
    failed: 3,
    inFlight: 2,
    failures: { '502': 3 },
  });
  expect(first.servers[0]).toEqual({ name: 'app1', health: 'up', served: 10, connections: 3 });
  meter.served('app1', { served: 14, connections: 3 });
  const second = meter.take(500, () => 'up');
  expect(second).toMatchObject({ sent: 0, ok: 0, failed: 0, failures: {}, p50Ms: null });
  expect(second.servers[0]?.served).toBe(4);
});

it('goes on counting when a server starts again from zero', () => {
  const meter = createStatsMeter(0);
  meter.served('app2', { served: 100, connections: 1 });
  meter.take(250, () => 'up');
  meter.restarted('app2');
  meter.served('app2', { served: 7, connections: 1 });
  expect(meter.take(500, () => 'up').servers[1]?.served).toBe(7);
});

it('shows a change of health without taking counts away from the next window', () => {
  const meter = createStatsMeter(0);
  meter.tick({ ...tick, sent: 5, ok: 5, failed: 0, failures: {} });
  const glance = meter.healthOnly(100, (name) => (name === 'app2' ? 'crashed' : 'up'));
  expect(glance).toMatchObject({ windowMs: 1, sent: 0 });
  expect(glance.servers[1]?.health).toBe('crashed');
  expect(meter.take(250, () => 'up').sent).toBe(5);
});
