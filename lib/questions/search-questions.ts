import 'server-only';
import type { Passage } from '@/lib/search/passage';
import type { LessonKey, QuestionSummary } from './question';
import { readPlace, writePlace } from './read/place';
import { listByIds } from './read/store';
import { allQuery, maxQueryLength, plainWords } from './search/query';
import { commonFrom, listByRarity, listNearWords, marks, searchRows } from './search/store';
import { mostTypos, typosBetween } from './search/words';

export type FoundQuestion = QuestionSummary & { markedTitle: Passage; passage: Passage };

/** Text with marks around what matched, as parts. Whatever else is in it stays text. */
const partsOf = (marked: string): Passage =>
  marked.split(marks.start).flatMap((piece, at) => {
    if (at === 0) return piece === '' ? [] : [{ text: piece, isMatch: false }];
    const [match = '', rest = ''] = piece.split(marks.stop);
    return [{ text: match, isMatch: true }, ...(rest === '' ? [] : [{ text: rest, isMatch: false }])];
  });

const mostNear = 8;

/** For every word, words of the vocabulary that are a typing error or two away. */
const findNearWords = async (words: readonly string[]) => {
  const found = await Promise.all(
    words.map(async (word): Promise<[string, string[]]> => {
      const most = mostTypos(word);
      if (most === 0) return [word, []];
      const near = (await listNearWords(word)).filter((other) => typosBetween(word, other, most) <= most);
      return [word, near.slice(0, mostNear)];
    }),
  );
  return new Map(found);
};

/** Whether the last word may be unfinished: a common word is taken as it stands. */
const isLastUnfinished = async (words: readonly string[]) => {
  const [last] = await listByRarity(words.slice(-1));
  return (last?.questions ?? 0) < commonFrom;
};

/**
 * Questions that hold all words of the query, the last one perhaps unfinished; quotes, `-word` and `or` work as on the web.
 * Only when nothing does are words taken for mistyped: `isCorrected` says so.
 */
export const searchQuestions = async (
  query: string,
  after: string | null = null,
  lessons: readonly LessonKey[] | null = null,
  limit = 20,
  heading: string | null = null,
): Promise<{ found: FoundQuestion[]; isCorrected: boolean; next: string | null }> => {
  const typed = query.slice(0, maxQueryLength).replaceAll(/[\0\p{Cs}]/gu, '');
  if (typed.trim() === '') return { found: [], isCorrected: false, next: null };
  const place = readPlace(after);
  const from = place && { rank: place.key, id: place.id };
  const words = plainWords(typed);
  const isUnfinished = words.length > 0 && (await isLastUnfinished(words));
  const asked = {
    typed: words.length > 0 ? '' : typed,
    words: allQuery(words, isUnfinished),
    lessons,
    heading,
  };
  const exact = await searchRows(asked, from, limit + 1);
  const isExact = exact.length > 0 || words.length === 0;
  const isAnyMatch = isExact || (from !== null && (await searchRows(asked, null, 1)).length > 0);
  const rows = isAnyMatch
    ? exact
    : await searchRows(
        { ...asked, words: allQuery(words, isUnfinished, await findNearWords(words)) },
        from,
        limit + 1,
      );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const summaries = new Map((await listByIds(shown.map((row) => row.id))).map((row) => [row.id, row]));
  return {
    found: shown.flatMap((row) => {
      const summary = summaries.get(row.id);
      return summary ? [{ ...summary, markedTitle: partsOf(row.title), passage: partsOf(row.passage) }] : [];
    }),
    isCorrected: !isAnyMatch && rows.length > 0,
    next: rows.length > limit && last ? writePlace(last.rank, last.id) : null,
  };
};
