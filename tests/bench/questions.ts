import { writeFile } from 'node:fs/promises';
import { Client } from 'pg';
import { listCourses, listPublishedLessons } from '@/lib/courses/course';
import { prepareSite } from '@/tests/support/site-environment';
import { asTable, ms, percentile, timed, type Measurement } from './measurement';
import { measureHandlers } from './question-handlers';
import { seedQuestions } from './seed-questions';

/**
 * `npx tsx tests/bench/questions.ts [millions of questions]`: seeds a database of its own with three answers and ten votes a
 * question, and measures what a reader waits for, in this process and through Prisma. With PLANS=<file> it writes the plan of
 * the slowest statement of each; with SEEDED_DATABASE_URL it measures a database that was seeded before.
 */
const questions = Math.round(Number(process.argv[2] ?? '1') * 1_000_000);
const rounds = 60;
const limitMs = 25;

const viewerId = `00000000-0000-4000-8000-${(4242).toString(16).padStart(12, '0')}`;

const site = await prepareSite(process.env.SEEDED_DATABASE_URL);
if (!process.env.SEEDED_DATABASE_URL) {
  console.error(`• seeding ${questions} questions …`);
  await seedQuestions(site.database.url, { questions, answers: 3 * questions, votes: 10 * questions });
}

/** Every statement that leaves for the database, so that its plan can be asked for. */
const statements: { text: string; values: unknown[]; tookMs: number }[] = [];
const send = Client.prototype.query;
Client.prototype.query = async function record(this: Client, ...args: unknown[]) {
  const { value, ms: tookMs } = await timed(() => Reflect.apply(send, this, args));
  const [first, second] = args;
  const text: unknown = typeof first === 'object' && first !== null ? Reflect.get(first, 'text') : first;
  const own: unknown = typeof first === 'object' && first !== null ? Reflect.get(first, 'values') : second;
  if (typeof text === 'string') statements.push({ text, values: Array.isArray(own) ? own : [], tookMs });
  return value;
} as typeof send;

/** One person follows 5,000 questions, and was told of 20,000 answers, every second of which is unread. */
const mostTold = Math.min(20_000, questions);
const notify = new Client({ connectionString: site.database.url });
await notify.connect();
await notify.query(
  `INSERT INTO "Follow" ("userId", "questionId") SELECT $1::uuid, 1 + g FROM generate_series(0, $2, $3) g ON CONFLICT DO NOTHING`,
  [viewerId, questions - 1, Math.max(1, Math.floor(questions / 5000))],
);
await notify.query(
  `INSERT INTO "Notification" ("userId", "kind", "questionId", "answerId", "readAt")
   SELECT $1::uuid, 'answered', a."questionId", a."id", CASE WHEN a."id" % 2 = 0 THEN now() END
   FROM "Answer" a WHERE a."id" <= $2 ON CONFLICT DO NOTHING`,
  [viewerId, mostTold],
);
await notify.query('ANALYZE "Follow"; ANALYZE "Notification"');
await notify.end();

const { countUnread } = await import('@/lib/notifications/count-unread');
const { listNotifications } = await import('@/lib/notifications/list-notifications');
const { findThreadToken } = await import('@/lib/questions/find-thread-token');
const { findThread } = await import('@/lib/questions/find-thread');
const { listLessonQuestions } = await import('@/lib/questions/list-lesson-questions');
const { listQuestions } = await import('@/lib/questions/list-questions');
const { searchQuestions } = await import('@/lib/questions/search-questions');
const { findSimilar } = await import('@/lib/questions/find-similar');
const { setVoteRow } = await import('@/lib/questions/votes/store');

const lessons = listCourses().flatMap(listPublishedLessons);
const keys = lessons.map(({ course, slug }) => ({ course, lesson: slug }));
const key = (at: number) => keys[at % keys.length] ?? { course: '', lesson: '' };
const anyId = (at: number) => 1 + ((at * 7919) % questions);
const list = { viewerId, lessons: null };
/** As the seed names them. */
const interviews = [0, 1, 2, 3, 4, 5].map((number) => `interview-${number}`);

const works: [string, (at: number) => Promise<unknown>][] = [
  ['The foot of a lesson', (at) => listLessonQuestions(key(at), 4, interviews)],
  [
    'Newest on an interview question',
    (at) => listQuestions({ ...list, tab: 'newest', lessons: [key(at)], heading: interviews[at % 6] ?? '' }),
  ],
  [
    'Most helpful on an interview question',
    (at) => listQuestions({ ...list, tab: 'helpful', lessons: [key(at)], heading: interviews[at % 6] ?? '' }),
  ],
  ['A thread', (at) => findThread(anyId(at), viewerId)],
  [
    'A thread of a thousand answers, further down',
    () => findThread(1, viewerId, { after: `0.${3 * questions}` }),
  ],
  ['Newest', () => listQuestions({ ...list, tab: 'newest' })],
  ['Newest, in the middle', () => listQuestions({ ...list, tab: 'newest', after: `0.${questions / 2}` })],
  ['Most helpful', () => listQuestions({ ...list, tab: 'helpful' })],
  [
    'Most helpful, in the middle',
    () => listQuestions({ ...list, tab: 'helpful', after: `3.${questions / 2}` }),
  ],
  ['Unanswered', () => listQuestions({ ...list, tab: 'unanswered' })],
  ['Mine', () => listQuestions({ ...list, tab: 'mine' })],
  ['Following', () => listQuestions({ ...list, tab: 'following' })],
  [
    'Following, in the middle',
    () => listQuestions({ ...list, tab: 'following', after: `0.${questions / 2}` }),
  ],
  ['Notifications', () => listNotifications(viewerId)],
  ['Notifications, further down', () => listNotifications(viewerId, mostTold / 2)],
  ['The count in the header', () => countUnread(viewerId)],
  ['The token of a thread', (at) => findThreadToken(anyId(at))],
  ['The token of a thread of a thousand answers', () => findThreadToken(1)],
  ['Most helpful of a module', () => listQuestions({ ...list, tab: 'helpful', lessons: keys.slice(0, 8) })],
  [
    'A search for two words',
    (at) => searchQuestions(['lease quorum', 'shard failover', 'nojobaba wagub'][at % 3] ?? ''),
  ],
  ['A search for three words, two of them common', () => searchQuestions('bafebaba quorum lease')],
  ['A search for a word that is everywhere', () => searchQuestions('balancer')],
  ['A search for a mistyped word', () => searchQuestions('percentiel failovre')],
  ['Resembling questions', () => findSimilar('Why does the balancer retry after a timeout')],
  ['A vote', (at) => setVoteRow('question', viewerId, anyId(at), at % 2 === 0)],
];

const planOf = async (statement: { text: string; values: unknown[] }) => {
  const client = new Client({ connectionString: site.database.url });
  await client.connect();
  const plan = await client.query<Record<string, string>>(
    `EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) ${statement.text}`,
    statement.values,
  );
  await client.end();
  return plan.rows.map((row) => row['QUERY PLAN']).join('\n');
};

const results: Measurement[] = [];
const plans: string[] = [];
for (const [name, work] of works) {
  await work(0);
  statements.length = 0;
  const times: number[] = [];
  for (let at = 0; at < rounds; at += 1) times.push((await timed(() => work(at))).ms);
  const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
  results.push({
    name,
    value: `${ms(p50)} (p50 of ${rounds})`,
    baseline: '—',
    compared: ms(p95),
    limit: `p95 ≤ ${limitMs} ms`,
    ok: p95 <= limitMs,
  });
  console.error(`  ${name}: p50 ${ms(p50)}, p95 ${ms(p95)}`);
  const slowest = statements
    .toSorted((a, b) => b.tookMs - a.tookMs)
    .find(({ text }) => /^\s*(SELECT|WITH)/.test(text));
  if (process.env.PLANS && slowest)
    plans.push(`### ${name}\n\n\`\`\`text\n${await planOf(slowest)}\n\`\`\`\n`);
}
results.push(...(await measureHandlers(site.database.url, questions)));
console.log(asTable(results));
if (process.env.PLANS) await writeFile(process.env.PLANS, plans.join('\n'));
await site.close();
process.exit(results.every(({ ok }) => ok !== false) ? 0 : 1);
