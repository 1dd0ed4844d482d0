/** Text in parts; `isMatch` ones are marked. */
export type Passage = readonly { text: string; isMatch: boolean }[];

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where the words of `terms` stand in `text`, whole words only. */
const findMatches = (text: string, terms: readonly string[]) => {
  if (terms.length === 0) return [];
  const longestFirst = terms.toSorted((a, b) => b.length - a.length).map(escape);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
};

/** The part of a text in which the most matches stand close together, at most about `length` characters, cut at spaces. */
export function passageOf(text: string, terms: readonly string[], length: number): Passage {
  const matches = findMatches(text, terms);
  const [from, to] = text.length <= length ? [0, text.length] : windowOf(text, matches, length);
  const parts: { text: string; isMatch: boolean }[] = [];
  const add = (part: string, isMatch: boolean) => {
    if (part !== '') parts.push({ text: part, isMatch });
  };
  let at = from;
  add(from > 0 ? '… ' : '', false);
  for (const { start, end } of matches) {
    if (start < from || end > to) continue;
    add(text.slice(at, start), false);
    add(text.slice(start, end), true);
    at = end;
  }
  add(text.slice(at, to), false);
  add(to < text.length ? ' …' : '', false);
  return parts;
}

/** Starts a little before the match that has the most others within reach. */
function windowOf(
  text: string,
  matches: readonly { start: number; end: number }[],
  length: number,
): [number, number] {
  const reach = length * 0.8;
  let best = { start: 0, count: 0 };
  for (const { start } of matches) {
    const count = matches.filter((other) => other.start >= start && other.end <= start + reach).length;
    if (count > best.count) best = { start, count };
  }
  const wanted = Math.max(0, Math.min(best.start - Math.floor(length * 0.2), text.length - length));
  const from = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1;
  const end = Math.min(text.length, from + length);
  const to = end === text.length ? end : Math.max(from, text.lastIndexOf(' ', end));
  return [from, to];
}
