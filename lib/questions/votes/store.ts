import 'server-only';
import { db } from '@/lib/db/client';
import { againAfterDeadlock } from '@/lib/db/in-transaction';
import { Prisma } from '@/lib/db/generated/client';
import { isShown, table, type Kind, type Refused } from '../store';

const voteTable = { question: Prisma.sql`"QuestionVote"`, answer: Prisma.sql`"AnswerVote"` } as const;
const voteColumn = { question: Prisma.sql`"questionId"`, answer: Prisma.sql`"answerId"` } as const;
/** An answer is shown when its question is, too. */
const isReachable = (kind: Kind) =>
  kind === 'question'
    ? Prisma.sql`(${isShown})`
    : Prisma.sql`(${isShown} AND EXISTS (SELECT 1 FROM "Question" q WHERE q."id" = post."questionId"
        AND q."deletedAt" IS NULL AND q."hiddenAt" IS NULL))`;

/**
 * Sets one person's vote. The post's row is locked first, so votes for it and its deletion come one after the other; the
 * count is kept by a trigger in the same transaction.
 */
export const setVoteRow = async (
  kind: Kind,
  userId: string,
  id: number,
  isUp: boolean,
): Promise<Refused | 'own' | { votes: number; isUp: boolean }> => {
  const column = voteColumn[kind];
  const change = isUp
    ? Prisma.sql`INSERT INTO ${voteTable[kind]} ("userId", ${column})
        SELECT ${userId}::uuid, post."id" FROM ${table[kind]} post
        WHERE post."id" = ${id} AND ${isReachable(kind)} AND "authorId" IS DISTINCT FROM ${userId}::uuid
        ON CONFLICT DO NOTHING`
    : Prisma.sql`DELETE FROM ${voteTable[kind]} WHERE "userId" = ${userId}::uuid AND ${column} = ${id}
        AND EXISTS (SELECT 1 FROM ${table[kind]} post WHERE post."id" = ${id} AND ${isReachable(kind)})`;
  const [, , rows] = await againAfterDeadlock(() =>
    db().$transaction([
      db().$queryRaw`SELECT 1 FROM ${table[kind]} WHERE "id" = ${id} FOR NO KEY UPDATE`,
      db().$executeRaw(change),
      db().$queryRaw<{ votes: number; isUp: boolean; isOwn: boolean; isShown: boolean }[]>`
      SELECT "votes", COALESCE("authorId" = ${userId}::uuid, false) AS "isOwn", ${isReachable(kind)} AS "isShown",
        EXISTS (SELECT 1 FROM ${voteTable[kind]} v WHERE v."userId" = ${userId}::uuid AND v.${column} = post."id") AS "isUp"
      FROM ${table[kind]} post WHERE "id" = ${id}`,
    ]),
  );
  const [post] = rows;
  if (!post) return 'missing';
  if (!post.isShown) return 'deleted';
  if (post.isOwn) return 'own';
  return { votes: post.votes, isUp: post.isUp };
};
