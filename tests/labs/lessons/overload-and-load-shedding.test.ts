import { beforeEach, describe, expect, test } from 'vitest';
import { serverNames, type Balancer } from '@/labs/protocol/names';
import { countStatus, get, readConfiguration, times, useLessonCell } from './balancing-cell';

/** Three servers with four places each and 200 ms a request finish 60 a second. */
const capacity = 60;

describe.each<Balancer>(['nginx', 'haproxy'])('overload on %s', (balancer) => {
  const { cell, apply } = useLessonCell(balancer, 'overload');
  const load = (rate: number) =>
    cell().measureLoad({ rate, durationMs: 2000, clients: 64, paths: ['/page'] });

  beforeEach(async () => {
    await apply(await readConfiguration('overload', balancer));
    for (const name of serverNames) await cell().inject(name, { kind: 'slow', delayMs: 200 });
  });

  test('below capacity nothing is refused', async () => {
    expect((await load(10)).failed).toBe(0);
  });

  test('above capacity the excess is refused with 503 and the rest is served in time', async () => {
    const report = await load(100);
    expect(report.failures).toEqual({ '503': report.failed });
    expect(report.ok / 2).toBeGreaterThan(0.7 * capacity);
    expect(report.ok / 2).toBeLessThan(1.3 * capacity);
    expect(report.p50Ms).toBeGreaterThan(150);
  });

  test('of a burst of 60 the checkouts are kept as the lesson says', async () => {
    const burst = times(60, (n) => get(n % 3 === 2 ? '/checkout' : '/search'));
    const answers = await cell().send(burst, { concurrency: 60 });
    const of = (path: string) => answers.filter((answer) => answer.path === path);
    const [checkouts, searches] = [countStatus(of('/checkout'), 200), countStatus(of('/search'), 200)];
    if (balancer === 'haproxy') expect(checkouts).toBeGreaterThan(searches);
    else expect(checkouts).toBeLessThan(20);
    expect(countStatus(answers, 200) + countStatus(answers, 503)).toBe(60);
  });

  if (balancer === 'haproxy')
    test('with a queue of 10 s nothing is refused and everybody waits', async () => {
      const patient = (await readConfiguration('overload', balancer)).replace('queue 300ms', 'queue 10s');
      await apply(patient);
      const report = await load(100);
      expect(report.failures['503'] ?? 0).toBe(0);
      expect(report.p99Ms).toBeGreaterThan(700);
    });
});
