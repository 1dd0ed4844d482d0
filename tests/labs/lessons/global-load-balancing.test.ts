import { describe, expect, test } from 'vitest';
import type { Balancer } from '@/labs/protocol/names';
import { countByServer, countStatus, get, readConfiguration, times, useLessonCell } from './balancing-cell';

const user = (n: number, country: string) =>
  get('/', [
    ['X-User', `u${n}`],
    ['X-Country', country],
  ]);

/** Of 400 European users, how many a step moves to America. */
const movedAt = { nginx: { 25: 110, 50: 209 }, haproxy: { 25: 104, 50: 208 } } as const;

describe.each<Balancer>(['nginx', 'haproxy'])('two regions on %s', (balancer) => {
  const { cell, apply } = useLessonCell(balancer, 'regions');
  const applyShare = async (percent: number) => {
    const text = await readConfiguration('regions', balancer);
    await apply(text.replace('25%', `${percent}%`).replace('lt 25', `lt ${percent}`));
  };
  const europeans = times(400, (n) => user(n, 'de'));

  test('Americans stay in America', async () => {
    await applyShare(25);
    expect(countByServer(await cell().send(times(40, (n) => user(n, 'us'))))).toEqual([0, 40, 0]);
  });

  test('an evacuation in steps moves the share it says, and nobody back', async () => {
    await applyShare(25);
    const first = await cell().send(europeans);
    await applyShare(50);
    const second = await cell().send(europeans);
    expect(countByServer(first)[1]).toBe(movedAt[balancer][25]);
    expect(countByServer(second)[1]).toBe(movedAt[balancer][50]);
    const back = first.filter(({ server }, n) => server === 'app2' && second[n]?.server === 'app1');
    expect(back).toEqual([]);
    await applyShare(100);
    expect(countByServer(await cell().send(europeans))).toEqual([0, 400, 0]);
  });

  test('a lost region is served by the other within a second', async () => {
    await applyShare(25);
    await cell().inject('app1', { kind: 'crash' });
    const answers = await cell().send(europeans);
    expect(countStatus(answers, 200)).toBeGreaterThan(380);
    expect(countByServer(await cell().send(europeans.slice(0, 40)))).toEqual([0, 40, 0]);
  });
});
