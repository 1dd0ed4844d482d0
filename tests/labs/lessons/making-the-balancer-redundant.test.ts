import { describe, expect, test } from 'vitest';
import type { Balancer } from '@/labs/protocol/names';
import type { ProbeResponse } from '@/labs/protocol/requests';
import { countStatus, get, readConfiguration, seenHeader, times, useLessonCell } from './balancing-cell';

const throughProxy = (answers: readonly ProbeResponse[], name: string) =>
  answers.filter((answer) => seenHeader(answer, 'x-proxy') === name).length;
const clientAddresses = (answers: readonly ProbeResponse[]) => [
  ...new Set(answers.map((answer) => seenHeader(answer, 'x-forwarded-for'))),
];

describe.each<Balancer>(['nginx', 'haproxy'])('two tiers on %s', (balancer) => {
  const { cell, apply } = useLessonCell(balancer, 'tiers');
  const readTiers = () => readConfiguration('two-tiers', balancer);
  const requests = (count: number) => times(count, () => get('/'));

  test('connections spread over both proxies, and the client keeps its address', async () => {
    await apply(await readTiers());
    const answers = await cell().send(requests(200));
    expect(throughProxy(answers, 'one')).toBeGreaterThan(60);
    expect(throughProxy(answers, 'two')).toBeGreaterThan(60);
    const [address, ...others] = clientAddresses(answers);
    expect(others).toEqual([]);
    expect(address).toMatch(/^198\./);
  });

  test('one connection stays with one proxy', async () => {
    await apply(await readTiers());
    const answers = await cell().send(times(20, () => ({ connection: 'kept' })));
    expect([0, 20]).toContain(throughProxy(answers, 'one'));
  });

  test('without the preamble on one side every connection is closed', async () => {
    const full = await readTiers();
    await apply(
      full.replace(/^ {8}proxy_protocol on;\n/m, '').replaceAll(' send-proxy-v2 check-send-proxy', ''),
    );
    const answers = await cell().send(requests(6));
    expect(answers.every(({ status }) => status === null)).toBe(true);
  });

  test('when a proxy of the second tier is gone, the other takes everything', async () => {
    await apply((await readTiers()).replace(/(listen|bind) 127.0.0.1:8001/, '$1 127.0.0.1:8009'));
    const answers = await cell().send(requests(60));
    expect(countStatus(answers, 200)).toBe(60);
    expect(throughProxy(answers, 'two')).toBe(60);
  });
});
