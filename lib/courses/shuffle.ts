/** FNV-1a: spreads texts over 32 bits. */
const hash = (text: string) => {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
};

/** Another order of `items`, the same at every build for one `seed`, and never the one that they came in. */
export const shuffleBy = (seed: string, items: readonly string[]): string[] => {
  const ranked = items.map((item) => ({ item, rank: hash(`${seed}\n${item}`) }));
  const shuffled = ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
  const isSame = shuffled.every((item, index) => item === items[index]);
  return isSame ? [...shuffled.slice(1), ...shuffled.slice(0, 1)] : shuffled;
};
