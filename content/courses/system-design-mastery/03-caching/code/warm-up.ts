import { seededRandom, zipfKeys } from './hit-ratio';

export type Second = { hits: number; queries: number; refused: number };

/** A cache that starts empty: each second `rate` reads come, and at most `limit` misses may ask the database; the others are refused. */
export function warmUp(keys: number, rate: number, limit: number, seconds: number): Second[] {
  const next = zipfKeys(keys, seededRandom(7));
  const cached = new Uint8Array(keys);
  return Array.from({ length: seconds }, () => {
    const second: Second = { hits: 0, queries: 0, refused: 0 };
    for (let read = 0; read < rate; read += 1) {
      const key = next();
      if (cached[key]) second.hits += 1;
      else if (second.queries < Math.floor(((read + 1) * limit) / rate)) {
        second.queries += 1;
        cached[key] = 1;
      } else second.refused += 1;
    }
    return second;
  });
}
