/** Words worth correcting: shorter ones are near too many others, longer ones are no words. */
const lengths = { least: 3, most: 30 } as const;
/** Most words that one text adds, so that nobody fills the vocabulary with one paste. */
const mostWords = 400;

/** Words of a text or a query, lower case, each once, in their order. */
export const wordsOf = (text: string): string[] => [
  ...new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  ),
];

/** Words that others may later mistype. */
export const vocabularyOf = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => word.length >= lengths.least && word.length <= lengths.most && /\p{L}/u.test(word))
    .slice(0, mostWords);

/** `cache` → `  c`, ` ca`, `cac`, `ach`, `che`, `he `: neighbours share most of them. As pg_trgm, which the embedded server lacks. */
export const trigramsOf = (word: string): string[] => {
  const padded = [...`  ${word} `];
  return [...new Set(padded.slice(2).map((_, at) => padded.slice(at, at + 3).join('')))];
};

/** How many letters are wrong at most: added, left out, replaced, or swapped with their neighbour. */
export const mostTypos = (word: string) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** Damerau's distance (neighbours swapped count one), or more than `most` when it is larger. */
export const typosBetween = (left: string, right: string, most: number): number => {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  const rows = [Array.from({ length: right.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= left.length; i += 1) {
    const above = rows[i - 1] ?? [];
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const isSame = left[i - 1] === right[j - 1];
      const isSwapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      row[j] = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (rows[i - 2]?.[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    rows.push(row);
  }
  return rows[left.length]?.[right.length] ?? most + 1;
};
