import { expect, test } from 'vitest';
import { read, write } from './cache-aside';
import { LeasedCache } from './leased-cache';
import type { Store } from './ports';

/** A store whose reads take their value at once and deliver it when told to. */
function slowStore(initial: string) {
  let value = initial;
  const deliveries: (() => void)[] = [];
  const store: Store = {
    read: () => {
      const seen = value;
      return new Promise((resolve) => deliveries.push(() => resolve(seen)));
    },
    write: async (_key, next) => {
      value = next;
    },
  };
  return { store, deliver: () => deliveries.shift()?.(), current: () => value };
}

test('cache-aside keeps a price that was overwritten while it was read', async () => {
  const cache = new Map<string, string>();
  const { store, deliver, current } = slowStore('100');
  const reading = read('price', cache, store);
  await write('price', '80', cache, store);
  deliver();
  await reading;
  expect(current()).toBe('80');
  expect(cache.get('price')).toBe('100');
});

test('deleting before the write leaves the old price even without a slow reader', async () => {
  const cache = new Map<string, string>([['price', '100']]);
  const { store, deliver } = slowStore('100');
  cache.delete('price');
  const reading = read('price', cache, store);
  deliver();
  await reading;
  await store.write('price', '80');
  expect(cache.get('price')).toBe('100');
});

test('a lease that an invalidation has cancelled fills nothing', () => {
  const cache = new LeasedCache();
  const slow = cache.get('price');
  cache.delete('price');
  if (!('lease' in slow)) throw new Error('The cache was expected to be empty.');
  expect(cache.fill('price', '100', slow.lease)).toBe(false);
  const next = cache.get('price');
  if (!('lease' in next)) throw new Error('The stale price was stored.');
  expect(cache.fill('price', '80', next.lease)).toBe(true);
  expect(cache.get('price')).toEqual({ value: '80' });
});

test('readers who miss together share one lease', () => {
  const cache = new LeasedCache();
  expect(cache.get('price')).toEqual(cache.get('price'));
});
