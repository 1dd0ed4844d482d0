/** Classes of avatar.module.css that a person may get. */
export const tones = ['tone0', 'tone1', 'tone2', 'tone3', 'tone4', 'tone5', 'tone6', 'tone7'] as const;

/** The same for the same id, on every machine and for good (FNV-1a). */
export const toneOf = (id: string): (typeof tones)[number] => {
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  // The lowest bits of FNV depend on too little of the text.
  return tones[(((hash >>> 16) ^ hash) >>> 0) % tones.length] ?? 'tone0';
};

const isNameLike = /[\p{L}\p{N}]/u;

/** The first letter of the first and of the last word, as people write them: “Ada Lovelace” is AL, “Guest 1234” is G1. */
export const initialsOf = (name: string): string => {
  const words = name.split(/\s+/u).filter((word) => isNameLike.test(word));
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  return [first, last].map(firstLetter).join('').toLocaleUpperCase('en');
};

/** What a reader takes for one letter, with the marks that belong to it. */
const firstLetter = (word: string) => {
  const letters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(word)];
  return letters.find(({ segment }) => isNameLike.test(segment))?.segment ?? '';
};
