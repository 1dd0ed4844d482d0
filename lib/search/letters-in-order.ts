const shortest = 4;

/** Whether one of these words begins so. */
export const beginningsOf = (words: Iterable<string>): ((beginning: string) => boolean) => {
  const sorted = [...words].sort();
  return (beginning) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? '') < beginning) low = middle + 1;
      else high = middle;
    }
    return sorted[low]?.startsWith(beginning) ?? false;
  };
};

/**
 * The word, or its beginning, that is meant by one with two neighbouring letters swapped (`ngnix`), a slip that counts as two
 * wrong letters otherwise. What is known is meant as it is, and so is what no single swap makes known.
 */
export const putInOrder = (word: string, isKnown: (beginning: string) => boolean): string => {
  if (word.length < shortest || isKnown(word)) return word;
  for (let at = 0; at < word.length - 1; at += 1) {
    const swapped = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
    if (isKnown(swapped)) return swapped;
  }
  return word;
};
