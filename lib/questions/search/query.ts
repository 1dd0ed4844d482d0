import { wordsOf } from './words';

/** Longest query; more is no search. */
export const maxQueryLength = 200;
const mostQueryWords = 12;

/** Quotes, `-word` and `or` are left to PostgreSQL's websearch_to_tsquery alone. */
const hasOperators = (query: string) => /"|(^|\s)-\S|\sor\s/i.test(query);

const quoted = (word: string) => `'${word}'`;

/** The words that a query is made of, when it is made of words only. */
export const plainWords = (query: string): string[] =>
  hasOperators(query) ? [] : wordsOf(query).slice(0, mostQueryWords);

/** All words, each as it is or as one of the words that may have been meant; the last one may go on when it `isUnfinished`. For to_tsquery: words hold letters and digits only. */
export const allQuery = (
  words: readonly string[],
  isUnfinished: boolean,
  near: ReadonlyMap<string, readonly string[]> = new Map(),
) =>
  words
    .map((word, at) => {
      const typed = quoted(word) + (isUnfinished && at === words.length - 1 ? ':*' : '');
      return `(${[typed, ...(near.get(word) ?? []).map(quoted)].join(' | ')})`;
    })
    .join(' & ');

/** Any of the words: for questions that resemble a title. */
export const anyQuery = (words: readonly string[]) => words.map((word) => `${quoted(word)}`).join(' | ');
