import search from 'approx-string-match';
import { noteLimits, type Quote } from './note';

/** A stretch of a text, in UTF-16 units, the end excluded. */
export type Stretch = { start: number; end: number };

export const describeQuote = (text: string, { start, end }: Stretch): Quote => ({
  prefix: text.slice(Math.max(0, start - noteLimits.context), start),
  exact: text.slice(start, end),
  suffix: text.slice(end, end + noteLimits.context),
});

/** Every place where `part` stands in `text`, up to a bound that no passage worth a note reaches. */
const occurrences = (text: string, part: string): Stretch[] => {
  const found: Stretch[] = [];
  for (let at = text.indexOf(part); at >= 0 && found.length < 200; at = text.indexOf(part, at + 1))
    found.push({ start: at, end: at + part.length });
  return found;
};

/** 1 when `pattern` stands in `text`, less the more of it would have to be edited to get there. */
const likeness = (text: string, pattern: string): number => {
  if (pattern === '' || text.includes(pattern)) return 1;
  if (text === '') return 0;
  const [best] = search(text, pattern, pattern.length);
  return best ? 1 - best.errors / pattern.length : 0;
};

const score = (text: string, quote: Quote, { start, end }: Stretch): number => {
  const found = text.slice(start, end);
  const before = text.slice(Math.max(0, start - quote.prefix.length), start);
  const after = text.slice(end, end + quote.suffix.length);
  return (
    2 * Math.min(likeness(found, quote.exact), likeness(quote.exact, found)) +
    likeness(before, quote.prefix) +
    likeness(after, quote.suffix)
  );
};

/** A match must be this good of 4 (2 for the passage, 1 for each side), lest a note sticks to words that were never marked. */
const leastScore = 2.6;
/** How much of a passage may differ: a third, so that a rewritten sentence is an orphan and a corrected one is not. */
const mostErrors = (length: number) => Math.min(200, Math.floor(length / 3));

const snapLength = 12;

/** The edges of a likely match are fuzzy where words were edited next to them; the neighbours' words tell where they are. */
const snapToNeighbours = (text: string, quote: Quote, { start, end }: Stretch): Stretch => {
  const reach = mostErrors(quote.exact.length);
  const before = quote.prefix.slice(-snapLength);
  const after = quote.suffix.slice(0, snapLength);
  const from = Math.max(0, start - reach - before.length);
  const left = before ? text.slice(from, start + reach).lastIndexOf(before) : -1;
  const right = after ? text.slice(Math.max(0, end - reach), end + reach + after.length).indexOf(after) : -1;
  const snapped = {
    start: left < 0 ? start : from + left + before.length,
    end: right < 0 ? end : Math.max(0, end - reach) + right,
  };
  return snapped.start < snapped.end ? snapped : { start, end };
};

/**
 * Where the passage is now, also after edits in it or around it: the same words, if they stand there, else the likeliest
 * ones; of several the one between the likeliest neighbours. Null when it is gone.
 */
export const findQuote = (text: string, quote: Quote): Stretch | null => {
  const exact = occurrences(text, quote.exact);
  const [only] = exact;
  if (only && exact.length === 1) return only;
  const candidates =
    exact.length > 0
      ? exact
      : search(text, quote.exact, mostErrors(quote.exact.length)).map(({ start, end }) => ({ start, end }));
  const [best] = candidates
    .map((stretch) => ({ stretch, score: score(text, quote, stretch) }))
    .sort((a, b) => b.score - a.score);
  if (!best) return null;
  if (exact.length > 0) return best.stretch;
  return best.score >= leastScore ? snapToNeighbours(text, quote, best.stretch) : null;
};
