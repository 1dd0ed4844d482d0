/**
 * Hit ratio of an LRU cache on Zipf-distributed keys, by Che's approximation: a key is present if it was asked
 * for within the last `window` requests, and the window is the one in which `capacity` different keys are asked for.
 */
export function estimatedLruHitRatio(keys: number, capacity: number): number {
  const groups = groupsOfSimilarKeys(keys);
  const total = groups.reduce((sum, { rank, size }) => sum + size / rank, 0);
  const presence = (rank: number, window: number) => 1 - Math.exp(-window / (rank * total));
  const held = (window: number) =>
    groups.reduce((sum, { rank, size }) => sum + size * presence(rank, window), 0);

  let shortest = 1;
  let longest = 1000 * keys * total;
  for (let step = 0; step < 100; step += 1) {
    const window = Math.sqrt(shortest * longest);
    if (held(window) < capacity) shortest = window;
    else longest = window;
  }
  return groups.reduce((sum, { rank, size }) => sum + (size / (rank * total)) * presence(rank, longest), 0);
}

/** Neighbouring ranks, a hundredth of the rank together, so that a hundred million keys are two thousand groups. */
function groupsOfSimilarKeys(keys: number) {
  const groups: { rank: number; size: number }[] = [];
  for (let first = 1; first <= keys;) {
    const last = Math.min(keys, first + Math.max(1, Math.floor(first / 100)) - 1);
    groups.push({ rank: (first + last) / 2, size: last - first + 1 });
    first = last + 1;
  }
  return groups;
}
