import 'server-only';
import { roleLock } from '@/lib/accounts/staff/role-lock';
import { Prisma } from '@/lib/db/generated/client';
import { inTransaction } from '@/lib/db/in-transaction';
import type { PostsChoice } from './delete-account-form';

type Transaction = Prisma.TransactionClient;

/** What stands where a question was whose answers stay. */
export const takenAway = {
  title: 'The person who asked took this question away.',
  body: 'Its answers stay: other people wrote them.',
} as const;

/** Posts of a person that go: all of them, or those that they had deleted and could have restored. */
const goes = (userId: string, posts: PostsChoice) =>
  Prisma.sql`"authorId" = ${userId}::uuid AND (${posts === 'remove'} OR "deletedAt" IS NOT NULL)`;

/**
 * Locks every thread that the person has to do with, then every answer whose row will change, each by id: the order of all who
 * answer, comment, edit, vote or accept (lib/questions/lock). They come before all of this, and are counted, or after it.
 */
const lockPosts = async (tx: Transaction, userId: string) => {
  const me = Prisma.sql`${userId}::uuid`;
  await tx.$queryRaw`SELECT count(*) FROM (SELECT 1 FROM "Question"
    WHERE "id" IN (SELECT "id" FROM "Question" WHERE "authorId" = ${me}
      UNION ALL SELECT "questionId" FROM "Answer" WHERE "authorId" = ${me}
      UNION ALL SELECT "questionId" FROM "Comment" WHERE "authorId" = ${me}
      UNION ALL SELECT "questionId" FROM "Follow" WHERE "userId" = ${me}
      UNION ALL SELECT "questionId" FROM "QuestionVote" WHERE "userId" = ${me})
    ORDER BY "id" FOR NO KEY UPDATE) locked`;
  await tx.$queryRaw`SELECT count(*) FROM (SELECT 1 FROM "Answer"
    WHERE "id" IN (SELECT "id" FROM "Answer" WHERE "authorId" = ${me}
      UNION ALL SELECT "answerId" FROM "AnswerVote" WHERE "userId" = ${me})
    ORDER BY "id" FOR NO KEY UPDATE) locked`;
};

/** Removes what goes. A question under which others wrote answers, shown or not, stays without its words. */
const removePosts = async (tx: Transaction, userId: string, posts: PostsChoice) => {
  await tx.$executeRaw`DELETE FROM "Comment" WHERE ${goes(userId, posts)}`;
  await tx.$executeRaw`DELETE FROM "Answer" WHERE ${goes(userId, posts)}`;
  await tx.$executeRaw`DELETE FROM "Question" WHERE ${goes(userId, posts)}
    AND NOT EXISTS (SELECT 1 FROM "Answer" a WHERE a."questionId" = "Question"."id")`;
  await tx.$executeRaw`DELETE FROM "Revision"
    WHERE "questionId" IN (SELECT "id" FROM "Question" WHERE ${goes(userId, posts)})`;
  await tx.$executeRaw`UPDATE "Question" SET "title" = ${takenAway.title}, "body" = ${takenAway.body},
      "passage" = NULL, "passageCheckedFor" = NULL, "passageHolds" = NULL, "labRunId" = NULL,
      "version" = "version" + 1, "editedAt" = now()
    WHERE ${goes(userId, posts)} AND NOT ("title" = ${takenAway.title} AND "body" = ${takenAway.body})`;
  if (posts === 'remove') await tx.$executeRaw`DELETE FROM "RunCard" WHERE "userId" = ${userId}::uuid`;
};

/** Votes go one table after the other, so that the triggers count posts that are locked. */
const removeVotes = async (tx: Transaction, userId: string) => {
  await tx.$executeRaw`DELETE FROM "AnswerVote" WHERE "userId" = ${userId}::uuid`;
  await tx.$executeRaw`DELETE FROM "QuestionVote" WHERE "userId" = ${userId}::uuid`;
};

/** Whether somebody else is admin, as long as the transaction lasts. */
const isOtherAdmin = async (tx: Transaction, userId: string) => {
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(${roleLock}::int)) locked`;
  return (await tx.user.count({ where: { role: 'admin', id: { not: userId } } })) > 0;
};

const leave = async (tx: Transaction, userId: string, posts: PostsChoice): Promise<'last-admin' | 'done'> => {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { role: true, email: true } });
  if (!user) return 'done';
  if (user.role === 'admin' && !(await isOtherAdmin(tx, userId))) return 'last-admin';
  // The person's row comes last: who answers them holds the thread and then wants that row, to tell them.
  await lockPosts(tx, userId);
  await removePosts(tx, userId, posts);
  await removeVotes(tx, userId);
  await tx.$queryRaw`SELECT count(*) FROM (SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid FOR UPDATE) locked`;
  // What another tab of theirs posted in the meantime; from here on nothing more comes.
  await lockPosts(tx, userId);
  await removePosts(tx, userId, posts);
  await removeVotes(tx, userId);
  if (user.email) await tx.outgoingMail.deleteMany({ where: { to: user.email } });
  await tx.user.deleteMany({ where: { id: userId } });
  return 'done';
};

/** Deletes an account with all that is only its own, in one transaction. What was deleted already is deleted. */
export const deleteAccountRow = (userId: string, posts: PostsChoice): Promise<'last-admin' | 'done'> =>
  inTransaction((tx) => leave(tx, userId, posts), { timeout: 120_000, maxWait: 10_000 });
