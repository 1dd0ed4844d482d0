/** 200 words a minute: technical text is read slower than the 238 that Brysbaert (2019) found for prose. */
const wordsPerMinute = 200;

export const readingMinutes = (words: number) => Math.max(1, Math.round(words / wordsPerMinute));
