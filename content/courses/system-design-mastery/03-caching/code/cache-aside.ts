import type { Cache, Store } from './ports';

export async function read(key: string, cache: Cache, store: Store) {
  const cached = cache.get(key);
  if (cached !== undefined) return cached;
  const value = await store.read(key);
  // Between these two lines somebody may write, and invalidate an entry that is not there yet.
  cache.set(key, value);
  return value;
}

export async function write(key: string, value: string, cache: Cache, store: Store) {
  await store.write(key, value);
  cache.delete(key);
}
