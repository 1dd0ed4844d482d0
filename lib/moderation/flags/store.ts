import 'server-only';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/in-transaction';
import { Prisma } from '@/lib/db/generated/client';
import type { FlagForm } from '../forms';
import type { PostKind, PostRef } from '../post';
import { columnOf, tableOf } from '../store';

const thread = (kind: PostKind) =>
  kind === 'question' ? Prisma.sql`post."id"` : Prisma.sql`post."questionId"`;
/** A comment on an answer is read where the answer is. */
const answerIsShown = (kind: PostKind) =>
  kind === 'comment'
    ? Prisma.sql`AND (post."answerId" IS NULL OR EXISTS (SELECT 1 FROM "Answer" a WHERE a."id" = post."answerId"
        AND a."deletedAt" IS NULL AND a."hiddenAt" IS NULL))`
    : Prisma.empty;

export type FlagResult = 'done' | 'missing' | 'own' | 'not-shown' | 'resolved';

/**
 * Stores one person's report of a post, or changes it while it is open. A report that was decided on opens again only when the
 * post was edited since. The post is locked, so that a report comes before the decision that hides it or is refused.
 */
export const setFlagRow = (reporterId: string, { kind, id, reason, words }: FlagForm): Promise<FlagResult> =>
  inTransaction(async (tx) => {
    const edited =
      kind === 'comment'
        ? Prisma.sql`post."createdAt"`
        : Prisma.sql`COALESCE(post."editedAt", post."createdAt")`;
    const [post] = await tx.$queryRaw<{ isOwn: boolean; isShown: boolean; editedAt: Date }[]>`
      SELECT COALESCE(post."authorId" = ${reporterId}::uuid, false) AS "isOwn", ${edited} AS "editedAt",
        post."deletedAt" IS NULL AND post."hiddenAt" IS NULL AND q."deletedAt" IS NULL AND q."hiddenAt" IS NULL
          ${answerIsShown(kind)} AS "isShown"
      FROM ${tableOf[kind]} post JOIN "Question" q ON q."id" = ${thread(kind)} WHERE post."id" = ${id} FOR SHARE OF post`;
    if (!post) return 'missing';
    if (!post.isShown) return 'not-shown';
    if (post.isOwn) return 'own';
    const stored = await tx.$executeRaw`
      INSERT INTO "Flag" ("reporterId", ${columnOf[kind]}, "reason", "words")
      VALUES (${reporterId}::uuid, ${id}, ${reason}::"FlagReason", ${words})
      ON CONFLICT ("reporterId", ${columnOf[kind]}) DO UPDATE SET "reason" = EXCLUDED."reason", "words" = EXCLUDED."words",
        "createdAt" = CASE WHEN "Flag"."resolvedAt" IS NULL THEN "Flag"."createdAt" ELSE now() END,
        "resolvedAt" = NULL, "resolverId" = NULL, "resolution" = NULL
      WHERE "Flag"."resolvedAt" IS NULL OR "Flag"."resolvedAt" < ${post.editedAt}`;
    return stored === 1 ? 'done' : 'resolved';
  });

/** What a person reported about a post. */
export const findFlagRow = (reporterId: string, { kind, id }: PostRef) => {
  const of =
    kind === 'question' ? { questionId: id } : kind === 'answer' ? { answerId: id } : { commentId: id };
  return db().flag.findFirst({
    where: { reporterId, ...of },
    select: { reason: true, words: true, createdAt: true, resolvedAt: true, resolution: true },
  });
};
