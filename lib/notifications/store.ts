import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { excerptOf } from './excerpt';
import type { Notification, NotificationKind } from './notification';

const isOpen = Prisma.sql`(SELECT q."deletedAt" IS NULL AND q."hiddenAt" IS NULL
  AND (n."kind" <> 'accepted' OR q."acceptedAnswerId" = n."answerId") FROM "Question" q WHERE q."id" = n."questionId")`;

/**
 * Of a notification `n`: what is deleted or hidden is not told of, nor an acceptance that was taken back; all comes back with
 * it. What a moderator said stays: it is mostly about something hidden. Asked row by row, since PostgreSQL would put joins
 * before the index that ends after a page.
 */
export const isTold = Prisma.sql`(n."kind" IN ('moderated', 'flagResolved') OR (${isOpen}
  AND (n."answerId" IS NULL OR (SELECT a."deletedAt" IS NULL AND a."hiddenAt" IS NULL
    FROM "Answer" a WHERE a."id" = n."answerId"))
  AND (n."commentId" IS NULL OR (SELECT c."deletedAt" IS NULL AND c."hiddenAt" IS NULL
    FROM "Comment" c WHERE c."id" = n."commentId"))))`;

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

/** Notifications `n` in words, by the ids that `chosen` selects. */
export const rowsOf = (chosen: Prisma.Sql) => Prisma.sql`
  SELECT n."id", n."kind", n."questionId", n."answerId", n."commentId", n."words", n."createdAt",
    n."readAt" IS NOT NULL AS "isRead", q."title",
    (q."deletedAt" IS NULL AND q."hiddenAt" IS NULL) OR q."mergedIntoId" IS NOT NULL
      OR COALESCE(q."authorId" = n."userId", false) AS "isReachable",
    actor."name" AS "actor", COALESCE(q."authorId" = n."userId", false) AS "isOwnQuestion",
    COALESCE(a."authorId" = n."userId", false) AS "isOwnAnswer", left(COALESCE(c."body", a."body"), 600) AS "body"
  FROM (${chosen}) chosen JOIN "Notification" n USING ("id") JOIN "Question" q ON q."id" = n."questionId"
    LEFT JOIN "Answer" a ON a."id" = n."answerId" LEFT JOIN "Comment" c ON c."id" = n."commentId"
    LEFT JOIN "User" actor ON actor."id" = n."actorId"
  ORDER BY n."id" DESC`;

/** Newest first, those before `before`. */
export const listRows = async (
  userId: string,
  before: number | null,
  limit: number,
): Promise<Notification[]> => {
  const chosen = Prisma.sql`SELECT n."id" FROM "Notification" n
    WHERE n."userId" = ${userId}::uuid AND n."id" < ${before ?? 2_147_483_647} AND ${isTold}
    ORDER BY n."id" DESC LIMIT ${limit}`;
  const rows = await db().$queryRaw<Row[]>(rowsOf(chosen));
  return rows.map(notificationOf);
};

/** Unread ones, counted up to `most`. */
export const countUnreadRows = async (userId: string, most: number): Promise<number> => {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (SELECT 1 FROM "Notification" n
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
    SELECT n."id" FROM "Notification" n
    WHERE n."userId" = ${userId}::uuid AND n."readAt" IS NULL AND n."questionId" = ${questionId}
      AND n."kind" IN ('answered', 'commented', 'accepted') AND ${isTold}
      AND (n."answerId" IS NULL OR n."answerId" = ANY(${[...answerIds]}::int[]))
    ORDER BY n."id" DESC LIMIT 100`;
  return rows.map(({ id }) => id);
};

/** One of a person's own, marked as read. Null: there is none. */
export const openRow = async (userId: string, id: number): Promise<Notification | null> => {
  await markIdsRead(userId, [id]);
  const chosen = Prisma.sql`SELECT n."id" FROM "Notification" n WHERE n."userId" = ${userId}::uuid AND n."id" = ${id}`;
  const [row] = await db().$queryRaw<Row[]>(rowsOf(chosen));
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
