import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Balancer } from '@/labs/protocol/names';
import { countStatus, get, times, useLessonCell } from './balancing-cell';

const configs = 'content/courses/system-design-mastery/06-microservices/configs';
const file = { nginx: `${configs}/limit.conf`, haproxy: `${configs}/limit.cfg` } as const;

describe.each<Balancer>(['nginx', 'haproxy'])('a rate limit on %s', (balancer) => {
  const { cell, apply } = useLessonCell(balancer, 'rate-limits');
  const ask = (count: number, key: string | null, concurrency: number) =>
    cell().send(
      times(count, () => get('/', key === null ? [] : [['X-Api-Key', key]])),
      { concurrency },
    );

  beforeEach(async () => apply(await readFile(file[balancer], 'utf8')));

  test('of 60 requests at once about 20 pass, and another key is not touched', async () => {
    const answers = await ask(60, 'burst', 60);
    const passed = countStatus(answers, 200);
    expect(passed).toBeGreaterThanOrEqual(20);
    expect(passed).toBeLessThan(30);
    expect(countStatus(answers, 429)).toBe(60 - passed);
    expect(countStatus(await ask(10, 'other', 10), 200)).toBe(10);
  });

  test('a request without a key is limited by neither', async () => {
    expect(countStatus(await ask(60, null, 60), 200)).toBe(60);
  });

  test('a client that goes on hammering gets its rate from Nginx and nothing from HAProxy', async () => {
    await ask(60, 'hammer', 60);
    const startedAt = performance.now();
    let passed = 0;
    while (performance.now() - startedAt < 4000) passed += countStatus(await ask(30, 'hammer', 30), 200);
    const seconds = (performance.now() - startedAt) / 1000;
    if (balancer === 'haproxy') return expect(passed).toBe(0);
    expect(passed / seconds).toBeGreaterThan(8);
    expect(passed / seconds).toBeLessThan(12);
  });
});
