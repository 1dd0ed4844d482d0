import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { LessonKey } from '../question';

/** False: the question is not shown. Triggers add the rows of those who take part. */
export const setFollowRow = async (userId: string, questionId: number, isFollowing: boolean) =>
  (await db().$executeRaw`
    INSERT INTO "Follow" AS f ("userId", "questionId", "isFollowing")
    SELECT ${userId}::uuid, q."id", ${isFollowing} FROM "Question" q
    WHERE q."id" = ${questionId} AND q."deletedAt" IS NULL AND q."hiddenAt" IS NULL
    ON CONFLICT ("userId", "questionId") DO UPDATE SET "isFollowing" = EXCLUDED."isFollowing",
      "since" = CASE WHEN f."isFollowing" = EXCLUDED."isFollowing" THEN f."since" ELSE now() END`) === 1;

export const isFollowingRow = async (userId: string, questionId: number) =>
  (await db().follow.findUnique({ where: { userId_questionId: { userId, questionId } } }))?.isFollowing ===
  true;

/** Ids of questions that are shown and followed, newest first: backwards through the primary key of Follow. */
export const listFollowedIds = async (
  userId: string,
  lessons: readonly LessonKey[] | null,
  after: number | null,
  limit: number,
): Promise<number[]> => {
  const ofLessons = lessons
    ? Prisma.sql`AND (q."course", q."lesson") IN (SELECT * FROM unnest(${lessons.map(({ course }) => course)}::text[],
        ${lessons.map(({ lesson }) => lesson)}::text[]))`
    : Prisma.empty;
  const rows = await db().$queryRaw<{ id: number }[]>`
    SELECT q."id" FROM "Follow" f JOIN "Question" q ON q."id" = f."questionId"
    WHERE f."userId" = ${userId}::uuid AND f."isFollowing" AND f."questionId" < ${after ?? 2_147_483_647}
      AND q."deletedAt" IS NULL AND q."hiddenAt" IS NULL ${ofLessons}
    ORDER BY f."questionId" DESC LIMIT ${limit}`;
  return rows.map(({ id }) => id);
};
