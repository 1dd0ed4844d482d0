import MiniSearch from 'minisearch';
import { beginningsOf, putInOrder } from './letters-in-order';
import { inOurWords, withoutFillers } from './other-names';
import { passageOf, type Passage } from './passage';
import type { SearchDocument, SearchKind } from './search-document';

export type SearchResult = Pick<SearchDocument, 'href' | 'kind' | 'place'> & {
  /** The title in parts; marked ones matched. */
  title: Passage;
  /** The words around the first match. */
  passage: Passage;
};

/** A page is worth more than a part of it when both match as well. */
const worth: Record<SearchKind, number> = {
  lesson: 1.6,
  lab: 1.4,
  term: 1.3,
  section: 1,
  interview: 1,
  number: 0.5,
};

export const maxQueryLength = 200;

/** Words and numbers; `proxy_pass` stays one word, and is found by its parts as well. */
const tokenize = (text: string) => {
  const tokens = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  return tokens
    .flatMap((token) => (token.includes('_') ? [token, ...token.split('_')] : [token]))
    .filter(Boolean);
};

export type SearchIndex = { search(query: string, limit: number): SearchResult[] };

/**
 * An index over plain documents, the same in the browser and on the server. A word matches its beginnings, and words of five
 * letters or more also match with one or two letters wrong, or two neighbours swapped.
 */
export function buildSearchIndex(documents: readonly SearchDocument[]): SearchIndex {
  const known = new Set<string>();
  const index = new MiniSearch<SearchDocument & { id: number }>({
    fields: ['title', 'place', 'text'],
    tokenize,
    processTerm: (term) => {
      known.add(term);
      return term;
    },
    searchOptions: {
      // What somebody types makes no word known.
      processTerm: (term) => term,
      boost: { title: 4, place: 1.5 },
      prefix: (term) => term.length >= 2,
      fuzzy: (term) => (term.length < 5 ? false : term.length < 8 ? 1 : 2),
      weights: { prefix: 0.6, fuzzy: 0.3 },
      combineWith: 'AND',
      boostDocument: (id) => worth[documents[Number(id)]?.kind ?? 'section'],
    },
  });
  index.addAll(documents.map((document, id) => ({ ...document, id })));
  const isKnown = beginningsOf(known);

  const findWords = (query: string) => {
    const words = withoutFillers(tokenize(query).map((token) => putInOrder(token, isKnown))).join(' ');
    const strict = index.search(words);
    return strict.length > 0 ? strict : index.search(words, { combineWith: 'OR' });
  };
  const find = (query: string) => {
    const found = findWords(query);
    const renamed = inOurWords(query);
    if (renamed === null) return found;
    const first = findWords(renamed);
    const ids = new Set(first.map(({ id }) => id));
    return [...first, ...found.filter(({ id }) => !ids.has(id))];
  };
  return {
    search: (query, limit) =>
      find(query.slice(0, maxQueryLength))
        .slice(0, limit)
        .flatMap(({ id, match }) => {
          const document = documents[Number(id)];
          if (!document) return [];
          const { href, kind, place } = document;
          const terms = Object.keys(match);
          return [
            {
              href,
              kind,
              place,
              title: passageOf(document.title, terms, Infinity),
              passage: passageOf(document.text, terms, 180),
            },
          ];
        }),
  };
}
