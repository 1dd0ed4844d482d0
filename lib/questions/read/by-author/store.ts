import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { listByIds } from '../store';

const shownQuestion = Prisma.sql`q."deletedAt" IS NULL AND q."hiddenAt" IS NULL`;
const shownAnswer = Prisma.sql`a."deletedAt" IS NULL AND a."hiddenAt" IS NULL`;

/** An id before that of the page before; without one, everything. */
const before = (column: Prisma.Sql, after: number | null) =>
  after === null ? Prisma.empty : Prisma.sql`AND ${column} < ${after}`;

/** One page of somebody's questions that are shown, newest first. */
export const listQuestionsOf = async (authorId: string, after: number | null, limit: number) => {
  const rows = await db().$queryRaw<{ id: number }[]>`
    SELECT q."id" FROM "Question" q
    WHERE q."authorId" = ${authorId}::uuid AND ${shownQuestion} ${before(Prisma.sql`q."id"`, after)}
    ORDER BY q."id" DESC LIMIT ${limit}`;
  return listByIds(rows.map(({ id }) => id));
};

/** An answer on its author's page: the question it stands under is what it is known by. */
export type AnswerOfRow = {
  id: number;
  questionId: number;
  title: string;
  course: string;
  lesson: string;
  votes: number;
  isAccepted: boolean;
  createdAt: Date;
};

/** One page of somebody's answers that are shown, under questions that are, newest first. */
export const listAnswersOf = (authorId: string, after: number | null, limit: number) =>
  db().$queryRaw<AnswerOfRow[]>`
    SELECT a."id", q."id" AS "questionId", q."title", q."course", q."lesson", a."votes",
      COALESCE(q."acceptedAnswerId" = a."id", false) AS "isAccepted", a."createdAt"
    FROM "Answer" a JOIN "Question" q ON q."id" = a."questionId"
    WHERE a."authorId" = ${authorId}::uuid AND ${shownAnswer} AND ${shownQuestion} ${before(Prisma.sql`a."id"`, after)}
    ORDER BY a."id" DESC LIMIT ${limit}`;

/** How much of somebody's is shown, each counted up to `most`. */
export const countOf = async (authorId: string, most: number) => {
  const answers = Prisma.sql`FROM "Answer" a JOIN "Question" q ON q."id" = a."questionId"
    WHERE a."authorId" = ${authorId}::uuid AND ${shownAnswer} AND ${shownQuestion}`;
  const [row] = await db().$queryRaw<{ questions: number; answers: number; accepted: number }[]>`SELECT
    (SELECT count(*)::int FROM (SELECT 1 FROM "Question" q
      WHERE q."authorId" = ${authorId}::uuid AND ${shownQuestion} LIMIT ${most}) counted) AS "questions",
    (SELECT count(*)::int FROM (SELECT 1 ${answers} LIMIT ${most}) counted) AS "answers",
    (SELECT count(*)::int FROM (SELECT 1 ${answers} AND q."acceptedAnswerId" = a."id" LIMIT ${most}) counted) AS "accepted"`;
  return row ?? { questions: 0, answers: 0, accepted: 0 };
};
