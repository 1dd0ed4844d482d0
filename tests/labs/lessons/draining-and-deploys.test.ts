import { describe, expect, test } from 'vitest';
import type { Balancer } from '@/labs/protocol/names';
import type { ProbeResponse } from '@/labs/protocol/requests';
import { countByServer, countStatus, get, readConfiguration, times, useLessonCell } from './balancing-cell';

const post = { method: 'POST', body: 'amount=1' } as const;

describe.each<Balancer>(['nginx', 'haproxy'])('draining on %s', (balancer) => {
  const { cell, apply } = useLessonCell(balancer, 'drain');
  const readDrained = () => readConfiguration('drain', balancer);
  const readUndrained = async () =>
    (await readDrained()).replace(' down;', ';').replace('app2:8080 weight 0', 'app2:8080');

  /** 30 POSTs at once, of which app2 has ten in hand when this resolves. */
  async function startPosts(): Promise<Promise<ProbeResponse[]>[]> {
    await apply(await readUndrained());
    await cell().inject('app2', { kind: 'slow', delayMs: 1500 });
    let settled = 0;
    const sent = times(30, async () => {
      const answers = await cell().send([post]);
      settled += 1;
      return answers;
    });
    await expect.poll(() => settled, { timeout: 10_000 }).toBe(20);
    return sent;
  }

  test('ten POSTs are lost when their server is killed', async () => {
    const sent = await startPosts();
    await cell().inject('app2', { kind: 'crash' });
    const answers = (await Promise.all(sent)).flat();
    expect(countStatus(answers, 200)).toBe(20);
    expect(countStatus(answers, 502)).toBe(10);
  });

  test('none is lost when it is drained first', async () => {
    const sent = await startPosts();
    await apply(await readDrained());
    expect(countByServer(await cell().send(times(10, () => post)))).toEqual([5, 0, 5]);
    const answers = (await Promise.all(sent)).flat();
    expect(countStatus(answers, 200)).toBe(30);
    expect(countByServer(answers)).toEqual([10, 10, 10]);
    await cell().inject('app2', { kind: 'crash' });
    expect(countByServer(await cell().send(times(60, () => post)))).toEqual([30, 0, 30]);
  });

  test('a canary gets the share of its weight', async () => {
    await apply(await readDrained());
    expect(countByServer(await cell().send(times(200, () => get('/canary'))))).toEqual([190, 0, 10]);
  });

  if (balancer === 'haproxy')
    test('slow start keeps a returning server from its full share', async () => {
      const shareAfterReturn = async (text: string) => {
        await apply(text);
        await cell().inject('app2', { kind: 'crash' });
        await expect
          .poll(async () => countStatus(await cell().send(times(6, () => get('/'))), 200), { timeout: 5000 })
          .toBe(6);
        const load = { rate: 60, durationMs: 3000 };
        const { servedBy, sent } = await cell().measureLoad(load, () => cell().heal(null));
        return servedBy.app2 / sent;
      };
      const text = await readUndrained();
      const slowly = await shareAfterReturn(text);
      const atOnce = await shareAfterReturn(text.replace(' slowstart 10s', ''));
      expect(slowly).toBeLessThan(0.08);
      expect(atOnce).toBeGreaterThan(2 * slowly);
    });
});
