import { describe, expect, test } from 'vitest';
import { Semaphore } from './semaphore';

describe('Semaphore', () => {
  test('runs at most so many tasks at once, in the order in which they came', async () => {
    const semaphore = new Semaphore(2);
    const started: number[] = [];
    let [running, most] = [0, 0];
    const task = (number: number) => async () => {
      started.push(number);
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      if (number === 1) throw new Error('one task fails');
    };
    const numbers = [0, 1, 2, 3, 4, 5];
    const results = await Promise.allSettled(numbers.map((number) => semaphore.run(task(number))));
    expect(started).toEqual(numbers);
    expect(most).toBe(2);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });

  test('lets a waiting task leave, and gives its place to the next', async () => {
    const semaphore = new Semaphore(1);
    const stop = new AbortController();
    let finishFirst: () => void = () => undefined;
    const first = semaphore.run(() => new Promise<void>((resolve) => (finishFirst = resolve)));
    const second = semaphore.run(async () => 'second', stop.signal);
    const third = semaphore.run(async () => 'third');
    stop.abort(new Error('left'));
    await expect(second).rejects.toThrow('left');
    finishFirst();
    await first;
    expect(await third).toBe('third');
  });
});
