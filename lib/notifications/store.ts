import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { excerptOf } from './excerpt';
import type { Notification, NotificationKind } from './notification';

/** What all lists read: `n`, and what it is about. */
export const joined = Prisma.sql`"Notification" n JOIN "Question" q ON q."id" = n."questionId"
  LEFT JOIN "Answer" a ON a."id" = n."answerId" LEFT JOIN "Comment" c ON c."id" = n."commentId"`;

const isOpen = Prisma.sql`(q."deletedAt" IS NULL AND q."hiddenAt" IS NULL)`;

/**
 * What is deleted or hidden is not told of, nor an acceptance that was taken back; all comes back with it. What a moderator
 * said stays: it is mostly about something hidden.
 */
export const isTold = Prisma.sql`(n."kind" IN ('moderated', 'flagResolved') OR (${isOpen}
  AND a."deletedAt" IS NULL AND a."hiddenAt" IS NULL AND c."deletedAt" IS NULL AND c."hiddenAt" IS NULL
  AND (n."kind" <> 'accepted' OR q."acceptedAnswerId" = n."answerId")))`;

export type Row = Omit<Notification, 'question' | 'words'> & {
  kind: NotificationKind;
  questionId: number;
  title: string;
  words: string | null;
  body: string | null;
};

export const notificationOf = ({ questionId, title, words, body, ...row }: Row): Notification => ({
  ...row,
  question: { id: questionId, title },
  words: words ?? excerptOf(body ?? ''),
});

/** With `actor` joined. */
export const columns = Prisma.sql`n."id", n."kind", n."questionId", n."answerId", n."commentId", n."words", n."createdAt",
  n."readAt" IS NOT NULL AS "isRead", q."title", ${isOpen} AS "isReachable", actor."name" AS "actor",
  COALESCE(q."authorId" = n."userId", false) AS "isOwnQuestion", COALESCE(a."authorId" = n."userId", false) AS "isOwnAnswer",
  left(COALESCE(c."body", a."body"), 600) AS "body"`;

/** Newest first, those before `before`. */
export const listRows = async (
  userId: string,
  before: number | null,
  limit: number,
): Promise<Notification[]> => {
  const rows = await db().$queryRaw<Row[]>`
    SELECT ${columns} FROM ${joined} LEFT JOIN "User" actor ON actor."id" = n."actorId"
    WHERE n."userId" = ${userId}::uuid AND n."id" < ${before ?? 2_147_483_647} AND ${isTold}
    ORDER BY n."id" DESC LIMIT ${limit}`;
  return rows.map(notificationOf);
};

/** Unread ones, counted up to `most`. */
export const countUnreadRows = async (userId: string, most: number): Promise<number> => {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (SELECT 1 FROM ${joined}
      WHERE n."userId" = ${userId}::uuid AND n."readAt" IS NULL AND ${isTold} LIMIT ${most}) counted`;
  return row?.count ?? 0;
};

/** Unread ones about a question itself or about these of its answers, which a page of its thread shows. */
export const listUnreadIds = async (
  userId: string,
  questionId: number,
  answerIds: readonly number[],
): Promise<number[]> => {
  const rows = await db().$queryRaw<{ id: number }[]>`
    SELECT n."id" FROM ${joined}
    WHERE n."userId" = ${userId}::uuid AND n."readAt" IS NULL AND n."questionId" = ${questionId}
      AND n."kind" IN ('answered', 'commented', 'accepted') AND ${isTold}
      AND (n."answerId" IS NULL OR n."answerId" = ANY(${[...answerIds]}::int[]))
    ORDER BY n."id" DESC LIMIT 100`;
  return rows.map(({ id }) => id);
};

/** One of a person's own, marked as read. Null: there is none. */
export const openRow = async (userId: string, id: number): Promise<Notification | null> => {
  await markIdsRead(userId, [id]);
  const [row] = await db().$queryRaw<Row[]>`
    SELECT ${columns} FROM ${joined} LEFT JOIN "User" actor ON actor."id" = n."actorId"
    WHERE n."userId" = ${userId}::uuid AND n."id" = ${id}`;
  return row ? notificationOf(row) : null;
};

export const markIdsRead = async (userId: string, ids: readonly number[]) => {
  await db().notification.updateMany({
    where: { userId, readAt: null, id: { in: [...ids] } },
    data: { readAt: new Date() },
  });
};

/** What came later stays unread. */
export const markReadUpTo = async (userId: string, id: number) => {
  await db().notification.updateMany({
    where: { userId, readAt: null, id: { lte: id } },
    data: { readAt: new Date() },
  });
};
