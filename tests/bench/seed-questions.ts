import { Client } from 'pg';
import { listCourses, listPublishedLessons } from '@/lib/courses/course';
import { trigramsOf } from '@/lib/questions/search/words';

/** How many of each; votes go half to all questions and answers alike, half to the one in twenty that everybody reads. */
export type Size = { questions: number; answers: number; votes: number };

const people = 20_000;
const syllables = 'ba co di fe gu ha jo ki lu me no pa qui ro sa te vu wa xe zo'.split(' ');
const field =
  'balancer server cache replica quorum lease shard queue retry timeout session health check latency percentile failover'.split(
    ' ',
  );

/** Made-up words, the same in every run, rarer the later they stand; the field's words come first. */
const vocabulary = (count: number) => [
  ...field,
  ...Array.from({ length: count - field.length }, (_, at) =>
    [at % 20, Math.floor(at / 20) % 20, Math.floor(at / 400) % 20, Math.floor(at / 8000) % 20]
      .map((part) => syllables[part] ?? '')
      .join(''),
  ),
];

/** Phrases out of the vocabulary, its first words often, its last ones seldom. Sentences are put together of these by SQL. */
const phrases = (vocabularyWords: readonly string[]) => {
  // A plain congruential generator: the same phrases in every run.
  let state = 7;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const word = () => vocabularyWords[Math.floor(vocabularyWords.length * next() ** 4)] ?? '';
  return Array.from({ length: 300 }, () => Array.from({ length: 7 }, word).join(' '));
};
const phrase = 'p[1 + floor(300 * random())::int]';
/** Of 160,000 words, so that every title has one that is rare. */
const rareWord = Array.from({ length: 4 }, () => 's[1 + floor(20 * random())::int]').join(' || ');

/**
 * Fills an empty database with questions by SQL. Triggers are off and counts are set at the end; secondary indexes are made
 * again afterwards, which is several times faster than keeping them.
 */
export async function seedQuestions(databaseUrl: string, size: Size): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const run = async (what: string, sql: string, values: unknown[] = []) => {
    const start = performance.now();
    await client.query(sql, values);
    console.error(`  ${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  };
  try {
    await client
      .query(`SET synchronous_commit = off; SET maintenance_work_mem = '512MB'; SET max_wal_size = '8GB'`)
      .catch(() => client.query('SET synchronous_commit = off'));
    const indexes = await client.query<{ name: string; definition: string }>(
      `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
       WHERE tablename IN ('Question', 'Answer', 'QuestionVote', 'AnswerVote')
         AND indexname NOT LIKE '%_pkey' ORDER BY 1`,
    );
    for (const { name } of indexes.rows) await client.query(`DROP INDEX "${name}"`);
    for (const table of ['Question', 'Answer', 'QuestionVote', 'AnswerVote'])
      await client.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    const lessons = listCourses().flatMap(listPublishedLessons);
    const all = vocabulary(20_000);
    await run(
      'people',
      `INSERT INTO "User" ("id", "name", "updatedAt")
       SELECT ('00000000-0000-4000-8000-' || lpad(to_hex(g), 12, '0'))::uuid, 'Person ' || g, now() FROM generate_series(1, ${people}) g`,
    );
    const person = (number: string) =>
      `('00000000-0000-4000-8000-' || lpad(to_hex(1 + (${number}) % ${people}), 12, '0'))::uuid`;
    await run(
      'questions',
      // Two of three are on an interview question, of which each lesson has six.
      `INSERT INTO "Question" ("course", "lesson", "heading", "authorId", "title", "body", "submission", "createdAt")
       SELECT c[1 + g % cardinality(l)], l[1 + g % cardinality(l)],
         CASE WHEN g % 3 > 0 THEN 'interview-' || (g / cardinality(l)) % 6 END, ${person('g')}, ${phrase} || ' ' || ${rareWord},
         ${Array.from({ length: 6 }, () => phrase).join(" || '. ' || ")}, gen_random_uuid(),
         now() - make_interval(secs => (${size.questions} - g) * 60)
       FROM generate_series(1, ${size.questions}) g, (SELECT $1::text[] AS p, $2::text[] AS c, $3::text[] AS l, $4::text[] AS s) given`,
      [phrases(all), lessons.map(({ course }) => course), lessons.map(({ slug }) => slug), syllables],
    );
    // Every fifth question has no answer, and one has a thousand.
    await run(
      'answers',
      `INSERT INTO "Answer" ("questionId", "authorId", "body", "submission")
       SELECT CASE WHEN g <= 1000 THEN 1 ELSE 1 + (g::bigint * 7919 % ${size.questions}) / 5 * 5 + g % 4 END, ${person('g + 1')},
         'Because ' || repeat('of the lease and the quorum. ', 1 + g % 5), gen_random_uuid()
       FROM generate_series(1, ${size.answers}) g`,
    );
    for (const [table, column, items] of [
      ['QuestionVote', 'questionId', size.questions],
      ['AnswerVote', 'answerId', size.answers],
    ] as const) {
      const [quarter, hot] = [Math.floor(size.votes / 4), Math.max(1, Math.floor(items / 20))];
      await run(
        table,
        `INSERT INTO "${table}" ("userId", "${column}")
         SELECT ${person(`g / ${items}`)}, 1 + g % ${items} FROM generate_series(0, ${quarter - 1}) g
         UNION ALL SELECT ${person(`100 + g / ${hot}`)}, 1 + g % ${hot} FROM generate_series(0, ${quarter - 1}) g`,
      );
    }
    await run(
      'counts of answers',
      `UPDATE "Answer" a SET "votes" = v.count FROM (SELECT "answerId", count(*) FROM "AnswerVote" GROUP BY 1) v WHERE v."answerId" = a."id"`,
    );
    await run(
      'counts of questions',
      `UPDATE "Question" q SET "votes" = COALESCE(v.count, 0), "answerCount" = COALESCE(a.count, 0), "acceptedAnswerId" = a.best
       FROM generate_series(1, ${size.questions}) g
         LEFT JOIN (SELECT "questionId", count(*) FROM "QuestionVote" GROUP BY 1) v ON v."questionId" = g
         LEFT JOIN (SELECT "questionId", count(*), min("id") AS best FROM "Answer" GROUP BY 1) a ON a."questionId" = g
       WHERE q."id" = g`,
    );
    await run(
      'vocabulary',
      `INSERT INTO "QuestionWord" SELECT word, ARRAY(SELECT jsonb_array_elements_text(trigrams))
       FROM jsonb_to_recordset($1::jsonb) AS given(word text, trigrams jsonb) ON CONFLICT DO NOTHING`,
      [JSON.stringify(all.map((word) => ({ word, trigrams: trigramsOf(word) })))],
    );
    for (const { name, definition } of indexes.rows) await run(name, definition);
    for (const table of ['Question', 'Answer', 'QuestionVote', 'AnswerVote'])
      await client.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
    await run('vacuum', 'VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}
