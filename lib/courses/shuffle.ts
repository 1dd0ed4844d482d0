/** FNV-1a: spreads texts over 32 bits. */
const hash = (text: string) => {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
};

/** How many pairs of `items` stand the other way around in `shuffled`. */
const countTurnedPairs = (items: readonly string[], shuffled: readonly string[]) => {
  const places = shuffled.map((item) => items.indexOf(item));
  return places
    .map((place, index) => places.slice(index + 1).filter((later) => later < place).length)
    .reduce((sum, turned) => sum + turned, 0);
};

const attempts = 32;

/**
 * Another order of `items`, the same at every build for one `seed`. At least half of all pairs stand the other way around: an
 * order that one swap puts right asks nothing.
 */
export const shuffleBy = (seed: string, items: readonly string[]): string[] => {
  const pairs = (items.length * (items.length - 1)) / 2;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const ranked = items.map((item) => ({ item, rank: hash(`${seed}\n${attempt}\n${item}`) }));
    const shuffled = ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
    if (countTurnedPairs(items, shuffled) >= pairs / 2) return shuffled;
  }
  return items.toReversed();
};
