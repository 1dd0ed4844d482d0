import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { LessonKey } from '../question';
import { trigramsOf, vocabularyOf } from './words';

/** Adds a text's words to the vocabulary. In one order, so that two texts never wait for each other in a circle. */
export const addWords = async (tx: Prisma.TransactionClient, text: string): Promise<void> => {
  const words = vocabularyOf(text).toSorted();
  await tx.questionWord.createMany({
    data: words.map((word) => ({ word, trigrams: trigramsOf(word) })),
    skipDuplicates: true,
  });
};

/** Words of the vocabulary that share the most trigrams with this one, and as the beginning of which it does not stand. */
export const listNearWords = async (word: string): Promise<string[]> => {
  const trigrams = trigramsOf(word);
  const rows = await db().$queryRaw<{ word: string }[]>`
    SELECT "word" FROM "QuestionWord" CROSS JOIN LATERAL (
      SELECT count(*) AS shared FROM unnest("trigrams") t WHERE t = ANY(${trigrams})
    ) s
    WHERE "trigrams" && ${trigrams} AND s.shared >= ${Math.max(1, Math.floor(trigrams.length / 4))}
      AND length("word") BETWEEN ${word.length - 2} AND ${word.length + 2}
    ORDER BY s.shared::float8 / (cardinality("trigrams") + ${trigrams.length} - s.shared) DESC, "word"
    LIMIT 24`;
  return rows.map((row) => row.word);
};

/**
 * How many questions hold each word, fewest first, as PostgreSQL estimated it when it last analysed the table: 0 for a word that
 * is not among the common ones. Words that say nothing (`the`) are left out.
 */
export const listByRarity = (words: readonly string[]): Promise<{ word: string; questions: number }[]> =>
  db().$queryRaw`
    SELECT asked."word", COALESCE(max(common."share") * max(size."rows"), 0)::float8 AS "questions"
    FROM unnest(${[...words]}::text[]) WITH ORDINALITY AS asked("word", "place")
    CROSS JOIN LATERAL unnest(tsvector_to_array(to_tsvector('english', asked."word"))) AS l("lexeme")
    CROSS JOIN (SELECT greatest(reltuples, 0) AS "rows" FROM pg_class WHERE oid = '"Question"'::regclass) size
    LEFT JOIN (
      SELECT unnest(most_common_elems::text::text[]) AS "lexeme", unnest(most_common_elem_freqs) AS "share"
      FROM pg_stats WHERE schemaname = current_schema() AND tablename = 'Question' AND attname = 'search'
    ) common USING ("lexeme")
    GROUP BY asked."word", asked."place" ORDER BY "questions", asked."place"`;

/**
 * GIN reads some thousand places of a word a millisecond, and all of them when the word may go on. A word of more questions is
 * looked for as it stands, and is not looked for alone.
 */
export const commonFrom = 20_000;

/** Stand around what matched; from Unicode's private use, and taken out of the texts first. */
export const marks = { start: '\uE000', stop: '\uE001' } as const;

export type Found = { id: number; rank: number; title: string; passage: string };

/** Of words that are everywhere, only so many matches are ranked: enough for every page that anyone turns. */
const mostRanked = 200;

/**
 * Each has an index of its own over its questions, and they are asked one after the other until there are enough matches. GIN
 * reads every place of a word before the first is ranked, so of a word that is in each of a million questions only the places
 * in questions that readers found helpful are read. The words are those of the indexes (migration `search_by_votes`).
 */
const tiers = [
  Prisma.sql`q."votes" >= 16`,
  Prisma.sql`q."votes" >= 4 AND q."votes" < 16`,
  Prisma.sql`q."votes" < 4`,
];

const options = (more: string) => `StartSel=${marks.start}, StopSel=${marks.stop}, ${more}`;
const unmarked = (column: Prisma.Sql) => Prisma.sql`translate(${column}, ${marks.start + marks.stop}, '')`;

/** Passages are looked for in so many first characters. */
const mostMarked = 5000;

/** Taken out of passages: fences with their language, backticks, stars and the signs of headings. */
const markdownMarks = '^```.*$|`+|\\*\\*|^#+ +';

type Sought = {
  typed: string;
  words: string;
  lessons: readonly LessonKey[] | null;
  heading?: string | null;
};

/**
 * Shown questions that match, best first: `typed` as people write a search, or `words` for to_tsquery. `after` is the place
 * of the last one seen.
 */
export const searchRows = (
  { typed, words, lessons, heading = null }: Sought,
  after: { rank: number; id: number } | null,
  limit: number,
): Promise<Found[]> => {
  const next = after ? Prisma.sql`WHERE ("rank", "id") < (${after.rank}, ${after.id})` : Prisma.empty;
  const where = lessons
    ? Prisma.sql`AND (q."course", q."lesson") IN (SELECT * FROM unnest(${lessons.map((one) => one.course)}::text[],
        ${lessons.map((one) => one.lesson)}::text[]))`
    : Prisma.empty;
  const onHeading = heading === null ? Prisma.empty : Prisma.sql`AND q."heading" = ${heading}`;
  return db().$queryRaw<Found[]>`
    WITH asked AS MATERIALIZED (
      SELECT websearch_to_tsquery('english', ${typed}) || to_tsquery('english', ${words}) AS query
    ), matching AS MATERIALIZED (
      ${Prisma.join(
        tiers.map(
          (tier) => Prisma.sql`
            SELECT q."id", (1000000 * ts_rank(q."search", asked.query, 1))::int AS "rank" FROM "Question" q, asked
            WHERE q."search" @@ asked.query AND ${tier} AND q."deletedAt" IS NULL AND q."hiddenAt" IS NULL ${where} ${onHeading}`,
        ),
        ' UNION ALL ',
      )}
      LIMIT ${mostRanked}
    ), best AS (
      SELECT "id", "rank" FROM matching ${next} ORDER BY "rank" DESC, "id" DESC LIMIT ${limit}
    )
    SELECT q."id", best."rank",
      ts_headline('english', ${unmarked(Prisma.sql`q."title"`)}, asked.query, ${options('HighlightAll=true')}) AS "title",
      ts_headline('english', regexp_replace(${unmarked(Prisma.sql`left(q."body", ${mostMarked})`)}, ${markdownMarks}, '', 'gn'), asked.query,
        ${options('MaxFragments=2, MinWords=8, MaxWords=24, FragmentDelimiter=" … "')}) AS "passage"
    FROM best JOIN "Question" q USING ("id"), asked
    ORDER BY best."rank" DESC, q."id" DESC`;
};
