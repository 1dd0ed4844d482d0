import { expect, test } from 'vitest';
import { seededRandom } from './hit-ratio';
import { refreshesEarly } from './refreshes-early';
import { singleFlight } from './single-flight';

test('a hundred readers of one key cause one load', async () => {
  let loads = 0;
  const read = singleFlight(async (key) => `${key} ${++loads}`);
  const answers = await Promise.all(Array.from({ length: 100 }, () => read('front page')));
  expect(new Set(answers)).toEqual(new Set(['front page 1']));
});

test('different keys do not wait for each other', async () => {
  const read = singleFlight(async (key) => key);
  expect(await Promise.all([read('a'), read('b')])).toEqual(['a', 'b']);
});

test('a failure reaches those who waited and is not kept', async () => {
  let loads = 0;
  const read = singleFlight(async () => {
    loads += 1;
    if (loads === 1) throw new Error('database away');
    return 'well';
  });
  const both = await Promise.allSettled([read('key'), read('key')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(loads).toBe(1);
  expect(await read('key')).toBe('well');
});

test('a reader refreshes early with probability e^(−remaining / rebuild)', () => {
  const random = seededRandom(3);
  const share = (remainingMs: number) => {
    const draws = Array.from({ length: 100_000 }, () => refreshesEarly(remainingMs, 400, 1 - random()));
    return draws.filter(Boolean).length / draws.length;
  };
  expect(share(400)).toBeCloseTo(Math.exp(-1), 2);
  expect(share(2000)).toBeCloseTo(Math.exp(-5), 2);
});

test('at 5,000 reads a second the first of two or three early refreshes starts some 3 s before expiry', () => {
  const random = seededRandom(5);
  const rebuildMs = 400;
  const starts = () => {
    const found: number[] = [];
    for (let remainingMs = 60_000; remainingMs > 0; remainingMs -= 0.2) {
      if (found[0] !== undefined && found[0] - remainingMs >= rebuildMs) break;
      if (refreshesEarly(remainingMs, rebuildMs, 1 - random())) found.push(remainingMs);
    }
    return found;
  };
  const runs = Array.from({ length: 40 }, starts);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean(runs.map(([first = 0]) => first)) / 1000).toBeCloseTo(3.3, 0.3);
  expect(mean(runs.map(({ length }) => length))).toBeGreaterThan(1.8);
  expect(mean(runs.map(({ length }) => length))).toBeLessThan(3.6);
  expect(Math.min(...runs.map(([first = 0]) => first))).toBeGreaterThan(rebuildMs);
});
