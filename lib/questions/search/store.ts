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

/** Stand around what matched; from Unicode's private use, and taken out of the texts first. */
export const marks = { start: '\uE000', stop: '\uE001' } as const;

export type Found = { id: number; rank: number; title: string; passage: string };

/** Of a word that is everywhere, only so many matches are ranked: enough for every page that anyone turns. */
const mostRanked = 600;

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
      SELECT q."id", (1000000 * ts_rank(q."search", asked.query, 1))::int AS "rank" FROM "Question" q, asked
      WHERE q."search" @@ asked.query AND q."deletedAt" IS NULL AND q."hiddenAt" IS NULL ${where} ${onHeading}
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
