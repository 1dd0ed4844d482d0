import { expect, test } from 'vitest';
import { createLoadWindow } from './load-window';

const sample = (
  id: string,
  over: Partial<Parameters<ReturnType<typeof createLoadWindow>['finish']>[0]> = {},
) => ({
  id,
  at: 0,
  method: 'GET',
  path: '/',
  status: 200,
  error: null,
  latencyMs: 5,
  bytes: 1,
  ...over,
});

test('failures are counted by cause and come first among at most ten samples', () => {
  const window = createLoadWindow();
  for (let i = 0; i < 20; i += 1) window.finish(sample(`l${i}`));
  window.finish(sample('lx', { status: null, error: 'refused' }));
  window.finish(sample('ly', { status: 502 }));
  const tick = window.takeTick(3);
  expect(tick).toMatchObject({ ok: 20, failed: 2, inFlight: 3, failures: { refused: 1, '502': 1 } });
  expect(tick.samples.map(({ id }) => id).slice(0, 3)).toEqual(['lx', 'ly', 'l0']);
  expect(tick.samples).toHaveLength(10);
});

test('percentiles are of this window only, and null when nothing finished', () => {
  const window = createLoadWindow();
  for (let i = 0; i < 98; i += 1) window.finish(sample(`l${i}`, { latencyMs: 10 }));
  window.finish(sample('la', { latencyMs: 900 }));
  window.finish(sample('lb', { latencyMs: 900 }));
  const tick = window.takeTick(0);
  expect(tick.p50Ms).toBeCloseTo(10, 0);
  expect(tick.p99Ms ?? 0).toBeGreaterThan(880);
  expect(window.takeTick(0)).toMatchObject({ ok: 0, p50Ms: null, p99Ms: null, samples: [] });
});
