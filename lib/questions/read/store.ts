import 'server-only';
import type { Role } from '@/lib/accounts/roles';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { Author, HiddenBecause, LessonKey, QuestionSummary, Tab } from '../question';

type Row = LessonKey & {
  id: number;
  title: string;
  authorId: string | null;
  author: string | null;
  authorRole: Role | null;
  votes: number;
  answerCount: number;
  isSolved: boolean;
  isDeleted: boolean;
  hidden: HiddenBecause | null;
  createdAt: Date;
};

/** Of the joined "User" u. */
const authorColumns = Prisma.sql`u."id" AS "authorId", u."name" AS "author", u."role"::text AS "authorRole"`;

const summaryColumns = Prisma.sql`q."id", q."course", q."lesson", q."title", ${authorColumns}, q."votes", q."answerCount",
  EXISTS (SELECT 1 FROM "Answer" a WHERE a."id" = q."acceptedAnswerId" AND a."deletedAt" IS NULL
    AND a."hiddenAt" IS NULL) AS "isSolved",
  q."deletedAt" IS NOT NULL AS "isDeleted", q."hiddenBecause"::text AS "hidden", q."createdAt"`;

const summaryOf = (row: Row): QuestionSummary => ({ ...row, createdAt: row.createdAt.toISOString() });

/** `heading`: only questions on this heading; without it, all. */
export type ListOrder = { tab: Tab; viewerId: string | null; heading?: string | null };
/** Where the page before ended. */
export type ListPlace = { id: number; votes: number };

const shown = Prisma.sql`q."deletedAt" IS NULL AND q."hiddenAt" IS NULL`;

const ofTab = ({ tab, viewerId }: ListOrder) => {
  if (tab === 'mine') return Prisma.sql`q."authorId" = ${viewerId}::uuid`;
  return tab === 'unanswered' ? Prisma.sql`${shown} AND q."answerCount" = 0` : shown;
};

const filterOf = (order: ListOrder) =>
  order.heading ? Prisma.sql`${ofTab(order)} AND q."heading" = ${order.heading}` : ofTab(order);

/**
 * One page of questions, by keyset. With lessons, each gives its own first rows by an index and the best of them are taken,
 * so that a module of few questions is as fast as one of many.
 */
export const listRows = async (
  order: ListOrder,
  lessons: readonly LessonKey[] | null,
  after: ListPlace | null,
  limit: number,
): Promise<QuestionSummary[]> => {
  const byVotes = order.tab === 'helpful';
  const key = byVotes ? Prisma.sql`(q."votes", q."id")` : Prisma.sql`q."id"`;
  const last = byVotes
    ? Prisma.sql`(${after?.votes ?? 0}, ${after?.id ?? 0})`
    : Prisma.sql`${after?.id ?? 0}`;
  const sorted = byVotes ? Prisma.sql`q."votes" DESC, q."id" DESC` : Prisma.sql`q."id" DESC`;
  const where = Prisma.sql`${filterOf(order)} ${after ? Prisma.sql`AND ${key} < ${last}` : Prisma.empty}`;
  const page = lessons
    ? Prisma.sql`SELECT q.* FROM unnest(${lessons.map((lesson) => lesson.course)}::text[],
        ${lessons.map((lesson) => lesson.lesson)}::text[]) AS l("course", "lesson")
        CROSS JOIN LATERAL (SELECT q."id", q."votes" FROM "Question" q
          WHERE q."course" = l."course" AND q."lesson" = l."lesson" AND ${where} ORDER BY ${sorted} LIMIT ${limit}) q`
    : Prisma.sql`SELECT q."id", q."votes" FROM "Question" q WHERE ${where} ORDER BY ${sorted} LIMIT ${limit}`;
  const rows = await db().$queryRaw<Row[]>`
    WITH best AS (SELECT q."id" FROM (${page}) q ORDER BY ${sorted} LIMIT ${limit})
    SELECT ${summaryColumns} FROM best JOIN "Question" q USING ("id") LEFT JOIN "User" u ON u."id" = q."authorId"
    ORDER BY ${sorted}`;
  return rows.map(summaryOf);
};

/** Summaries of these questions, in this order; those that are not shown are left out. */
export const listByIds = async (ids: readonly number[]): Promise<QuestionSummary[]> => {
  const rows = await db().$queryRaw<Row[]>`
    SELECT ${summaryColumns} FROM "Question" q LEFT JOIN "User" u ON u."id" = q."authorId"
    WHERE q."id" = ANY(${[...ids]}::int[]) AND ${shown} ORDER BY array_position(${[...ids]}::int[], q."id")`;
  return rows.map(summaryOf);
};

/** How many questions of a lesson are shown, counted up to `most`. */
export const countRows = async ({ course, lesson }: LessonKey, most: number): Promise<number> => {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (SELECT 1 FROM "Question" q
      WHERE q."course" = ${course} AND q."lesson" = ${lesson} AND ${shown} LIMIT ${most}) counted`;
  return row?.count ?? 0;
};

/** How many shown questions each of these headings of a lesson has, counted up to `most`. */
export const countByHeading = (
  { course, lesson }: LessonKey,
  headings: readonly string[],
  most: number,
) => db().$queryRaw<{ heading: string; count: number }[]>`
  SELECT h."heading", c."count" FROM unnest(${[...headings]}::text[]) AS h("heading")
  CROSS JOIN LATERAL (SELECT count(*)::int AS "count" FROM (SELECT 1 FROM "Question" q
    WHERE q."course" = ${course} AND q."lesson" = ${lesson} AND q."heading" = h."heading" AND q."heading" IS NOT NULL
      AND ${shown} LIMIT ${most}) counted) c`;

export type PostRow = Author & {
  id: number;
  isMine: boolean;
  body: string;
  version: number;
  votes: number;
  isVoted: boolean;
  isDeleted: boolean;
  hiddenBecause: HiddenBecause | null;
  hiddenWords: string | null;
  createdAt: Date;
  editedAt: Date | null;
};
export type QuestionRow = PostRow &
  LessonKey & {
    title: string;
    heading: string | null;
    passage: string | null;
    passageCheckedFor: string | null;
    passageHolds: boolean | null;
    labRunId: string | null;
    answerCount: number;
    acceptedAnswerId: number | null;
    isLocked: boolean;
    lockedBecause: string | null;
  };

const postColumns = (
  viewerId: string | null,
) => Prisma.sql`p."id", ${authorColumns}, p."body", p."version", p."votes",
  COALESCE(p."authorId" = ${viewerId}::uuid, false) AS "isMine", p."deletedAt" IS NOT NULL AS "isDeleted",
  p."hiddenBecause"::text, p."hiddenWords", p."createdAt", p."editedAt"`;

/** Shown, or the viewer's own: authors see what they deleted, and what is hidden, until it is merged. */
const isThere = (viewerId: string | null) => Prisma.sql`((p."deletedAt" IS NULL AND p."hiddenAt" IS NULL)
  OR (p."authorId" = ${viewerId}::uuid AND p."hiddenBecause" IS DISTINCT FROM 'merged'))`;

/** A question that is shown, or one of the viewer's own. */
export const findQuestionRow = async (id: number, viewerId: string | null): Promise<QuestionRow | null> => {
  const [row] = await db().$queryRaw<QuestionRow[]>`
    SELECT ${postColumns(viewerId)}, p."course", p."lesson", p."heading", p."passage", p."passageCheckedFor", p."passageHolds",
      p."labRunId", p."title", p."answerCount", p."acceptedAnswerId",
      p."lockedAt" IS NOT NULL AS "isLocked", p."lockedBecause",
      EXISTS (SELECT 1 FROM "QuestionVote" v WHERE v."questionId" = p."id" AND v."userId" = ${viewerId}::uuid) AS "isVoted"
    FROM "Question" p LEFT JOIN "User" u ON u."id" = p."authorId"
    WHERE p."id" = ${id} AND ${isThere(viewerId)}`;
  return row ?? null;
};

/** Where the page of answers before ended. */
export type AnswerPlace = { votes: number; id: number };

const answerRows = (viewerId: string | null, where: Prisma.Sql, limit: number) => db().$queryRaw<PostRow[]>`
  SELECT ${postColumns(viewerId)},
    EXISTS (SELECT 1 FROM "AnswerVote" v WHERE v."answerId" = p."id" AND v."userId" = ${viewerId}::uuid) AS "isVoted"
  FROM "Answer" p LEFT JOIN "User" u ON u."id" = p."authorId"
  WHERE ${where} AND ${isThere(viewerId)}
  ORDER BY p."votes" DESC, p."id" LIMIT ${limit}`;

export const findAnswerRow = async (id: number, questionId: number, viewerId: string | null) => {
  const where = Prisma.sql`p."id" = ${id} AND p."questionId" = ${questionId} AND p."deletedAt" IS NULL`;
  return (await answerRows(viewerId, where, 1))[0] ?? null;
};

/** An answer that is shown, or a deleted one of the viewer's own. */
export const findAnswerForViewer = async (id: number, questionId: number, viewerId: string | null) =>
  (await answerRows(viewerId, Prisma.sql`p."id" = ${id} AND p."questionId" = ${questionId}`, 1))[0] ?? null;

/** Answers without the accepted one: most votes first, among equals the older. */
export const listAnswerRows = (
  question: { id: number; acceptedId: number | null },
  viewerId: string | null,
  after: AnswerPlace | null,
  limit: number,
) =>
  answerRows(
    viewerId,
    Prisma.sql`p."questionId" = ${question.id} AND p."id" <> ${question.acceptedId ?? 0}
      ${after ? Prisma.sql`AND p."votes" <= ${after.votes} AND (p."votes" < ${after.votes} OR p."id" > ${after.id})` : Prisma.empty}`,
    limit,
  );

/** The words of one's own post as they were typed. */
export const findSourceRow = async (kind: 'question' | 'answer', id: number, viewerId: string) => {
  const where = {
    id,
    authorId: viewerId,
    OR: [{ hiddenBecause: null }, { NOT: { hiddenBecause: 'merged' as const } }],
  };
  if (kind === 'answer') {
    const answer = await db().answer.findFirst({ where, select: { body: true, version: true } });
    return answer && { title: null, ...answer };
  }
  return db().question.findFirst({ where, select: { title: true, body: true, version: true } });
};

export type CommentRow = Author & {
  id: number;
  answerId: number | null;
  isMine: boolean;
  isDeleted: boolean;
  body: string;
  hiddenBecause: HiddenBecause | null;
  hiddenWords: string | null;
  createdAt: Date;
};

/** Comments that are shown, and deleted or hidden ones of the viewer's own; oldest first. */
const commentRows = (viewerId: string | null, where: Prisma.Sql, limit: number) => db().$queryRaw<
  CommentRow[]
>`
  SELECT c."id", c."answerId", ${authorColumns}, COALESCE(c."authorId" = ${viewerId}::uuid, false) AS "isMine",
    c."deletedAt" IS NOT NULL AS "isDeleted", c."body", c."hiddenBecause"::text, c."hiddenWords", c."createdAt"
  FROM "Comment" c LEFT JOIN "User" u ON u."id" = c."authorId"
  WHERE ${where} AND ((c."deletedAt" IS NULL AND c."hiddenAt" IS NULL) OR c."authorId" = ${viewerId}::uuid)
  ORDER BY c."id" LIMIT ${limit}`;

/** Those on a question or on these of its answers. */
export const listCommentRows = (
  questionId: number,
  answerIds: readonly number[],
  viewerId: string | null,
  limit: number,
) =>
  commentRows(
    viewerId,
    Prisma.sql`c."questionId" = ${questionId}
      AND (c."answerId" IS NULL OR c."answerId" = ANY(${[...answerIds]}::int[]))`,
    limit,
  );

export const findCommentRow = async (id: number, questionId: number, viewerId: string | null) => {
  const where = Prisma.sql`c."id" = ${id} AND c."questionId" = ${questionId}`;
  return (await commentRows(viewerId, where, 1))[0] ?? null;
};

export type MergedRow = Author & { id: number; title: string; body: string; createdAt: Date };

/** Questions that were merged into this one and that their authors did not delete, oldest first. */
export const listMergedRows = (id: number, limit: number) => db().$queryRaw<MergedRow[]>`
  SELECT q."id", q."title", q."body", ${authorColumns}, q."createdAt"
  FROM "Question" q LEFT JOIN "User" u ON u."id" = q."authorId"
  WHERE q."mergedIntoId" = ${id} AND q."deletedAt" IS NULL ORDER BY q."id" LIMIT ${limit}`;

/** The question that this one was merged into. */
export const findMergedIntoRow = async (id: number) => {
  const question = await db().question.findUnique({
    where: { id },
    select: { mergedInto: { select: { id: true, title: true } } },
  });
  return question?.mergedInto ?? null;
};
