import { exactWindow, twoBucketWindow } from './two-bucket-window.mjs';

const windowMs = 60_000;
export const limit = 100;
const minutes = 4_000;

/** Repeatable random numbers from 0 to 1 (mulberry32). @param {number} seed */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Independent requests at a share of the limit. @param {number} share */
export function steady(share) {
  const random = randomFrom(1);
  const times = [];
  for (let now = 0; now < minutes * windowMs; now += (-Math.log(1 - random()) * windowMs) / (limit * share))
    times.push(now);
  return times;
}

/** A batch of requests, 20 ms apart, at a random moment about every `everyMs`. @param {number} size @param {number} everyMs */
export function batches(size, everyMs) {
  const random = randomFrom(2);
  const times = [];
  for (let start = 0; start < minutes * windowMs; start += everyMs * (0.5 + random()))
    for (let index = 0; index < size; index += 1) times.push(start + index * 20);
  return times.sort((a, b) => a - b);
}

/** Somebody who knows the clock: all in the last second of a minute, then one every 100 ms for a minute, then a pause. */
export function adversary() {
  const times = [];
  for (let start = 0; start < minutes * windowMs; start += 4 * windowMs) {
    for (let index = 0; index < limit; index += 1) times.push(start + 59_000 + index * 10);
    for (let index = 0; index < 600; index += 1) times.push(start + 60_000 + index * 100);
  }
  return times;
}

/** Judges each decision of the two buckets by what they accepted in the last 60 s. @param {number[]} times */
export function measure(times) {
  const [exact, estimate] = [exactWindow(limit), twoBucketWindow(limit)];
  /** @type {number[]} */
  const accepted = [];
  let oldest = 0;
  let [wronglyAllowed, wronglyDenied, acceptedByExact, most] = [0, 0, 0, 0];
  for (const now of times) {
    while ((accepted[oldest] ?? now) <= now - windowMs) oldest += 1;
    const inWindow = accepted.length - oldest;
    const isAllowed = estimate(now);
    if (isAllowed && inWindow >= limit) wronglyAllowed += 1;
    if (!isAllowed && inWindow < limit) wronglyDenied += 1;
    if (isAllowed) accepted.push(now);
    if (exact(now)) acceptedByExact += 1;
    most = Math.max(most, accepted.length - oldest);
  }
  return {
    wronglyAllowed: wronglyAllowed / times.length,
    wronglyDenied: wronglyDenied / times.length,
    acceptedOfExact: accepted.length / acceptedByExact,
    mostInAMinute: most,
  };
}
