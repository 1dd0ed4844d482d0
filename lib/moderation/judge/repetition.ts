const shingleWords = 5;
/** Shorter texts repeat by chance: "Thanks, that was it." */
const leastShingles = 10;
const mostAlike = 0.8;

/** Every five words in a row. */
const shinglesOf = (text: string): Set<string> => {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(shingleWords - 1).map((_, at) => words.slice(at, at + shingleWords).join(' ')));
};

/** Whether a text says what one of the earlier texts said, word for word or nearly. */
export const isRepeated = (text: string, earlier: readonly string[]): boolean => {
  const own = shinglesOf(text);
  if (own.size < leastShingles) return false;
  return earlier.some((other) => {
    const theirs = shinglesOf(other);
    const shared = [...own].filter((shingle) => theirs.has(shingle)).length;
    return shared / Math.min(own.size, Math.max(theirs.size, leastShingles)) >= mostAlike;
  });
};
