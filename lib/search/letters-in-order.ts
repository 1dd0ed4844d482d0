const shortest = 4;

/**
 * The word that is meant by one with two neighbouring letters swapped (`ngnix`), a slip that counts as two wrong letters
 * otherwise. A known word is meant as it is, and so is one that no single swap makes known.
 */
export const putInOrder = (word: string, known: ReadonlySet<string>): string => {
  if (word.length < shortest || known.has(word)) return word;
  for (let at = 0; at < word.length - 1; at += 1) {
    const swapped = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
    if (known.has(swapped)) return swapped;
  }
  return word;
};
