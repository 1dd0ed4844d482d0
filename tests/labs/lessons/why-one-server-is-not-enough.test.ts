import { describe, expect, test } from 'vitest';
import type { Balancer } from '@/labs/protocol/names';
import { countByServer, get, readConfiguration, times, useLessonCell } from './balancing-cell';

describe.each<Balancer>(['nginx', 'haproxy'])('one server and a pair with a standby on %s', (balancer) => {
  const { cell, apply } = useLessonCell(balancer, 'why-one');
  const applyStandby = async () => apply(await readConfiguration('standby', balancer));

  test('the standby gets nothing while a server of the pair lives', async () => {
    await applyStandby();
    expect(countByServer(await cell().send(times(20, () => get('/pair'))))).toEqual([10, 10, 0]);
  });

  test('a server that stands alone takes everything with it', async () => {
    await applyStandby();
    await cell().inject('app1', { kind: 'crash' });
    const report = await cell().measureLoad({ rate: 60, durationMs: 1500, paths: ['/alone'] });
    expect(report).toMatchObject({ ok: 0, failed: report.sent });
  });

  test('with a pair no GET fails when one of them crashes, but for one that HAProxy had handed to it', async () => {
    await applyStandby();
    const report = await cell().measureLoad({ rate: 60, durationMs: 2500, paths: ['/pair'] }, async () => {
      await cell().inject('app1', { kind: 'crash' });
    });
    // Without `retry-on`, HAProxy repeats what could not be connected, and nothing that was sent.
    const inFlight = balancer === 'haproxy' ? 2 : 0;
    expect(report.failed).toBeLessThanOrEqual(inFlight);
    expect(report.servedBy.app3).toBe(0);
  });

  test('the standby serves once both are gone', async () => {
    await applyStandby();
    await cell().inject('app1', { kind: 'crash' });
    await cell().inject('app2', { kind: 'crash' });
    await expect
      .poll(async () => countByServer(await cell().send([get('/pair')])), { timeout: 10_000 })
      .toEqual([0, 0, 1]);
  });
});
