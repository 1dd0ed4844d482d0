import { Lru } from './lru';

/** The same numbers in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Draws keys 0…count−1; key k is asked for in proportion to 1 / (k + 1). */
export function zipfKeys(count: number, random: () => number): () => number {
  const sums = new Float64Array(count);
  let total = 0;
  for (let key = 0; key < count; key += 1) {
    total += 1 / (key + 1);
    sums[key] = total;
  }
  return () => {
    const wanted = random() * total;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

type Trial = { keys: number; capacity: number; requests: number; scanEvery?: number };

/** Hit ratio of an LRU cache once it is warm. `scanEvery` mixes in a job that reads every key once, in order. */
export function lruHitRatio({ keys, capacity, requests, scanEvery = 0 }: Trial): number {
  const next = zipfKeys(keys, seededRandom(7));
  const cache = new Lru<true>(capacity);
  let hits = 0;
  let scanned = 0;
  const warmUp = requests / 2;
  for (let request = 0; request < requests; request += 1) {
    if (scanEvery > 0 && request % scanEvery === 0) cache.set(`${scanned++ % keys}`, true);
    const key = `${next()}`;
    if (cache.get(key)) hits += request >= warmUp ? 1 : 0;
    else cache.set(key, true);
  }
  return hits / (requests - warmUp);
}
