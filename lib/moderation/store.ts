import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import { wordsToAuthor, wordsToReporter, type Act } from './acts';
import type { PostRef } from './post';
import type { LastAct } from './refusals';

type Tx = Prisma.TransactionClient;

export const tableOf = {
  question: Prisma.sql`"Question"`,
  answer: Prisma.sql`"Answer"`,
  comment: Prisma.sql`"Comment"`,
} as const;
/** The column that names a post in flags, entries and notifications. */
export const columnOf = {
  question: Prisma.sql`"questionId"`,
  answer: Prisma.sql`"answerId"`,
  comment: Prisma.sql`"commentId"`,
} as const;

export type LockedPost = PostRef & {
  questionId: number;
  authorId: string | null;
  hiddenBecause: 'held' | 'moderated' | 'merged' | null;
  isDeleted: boolean;
};

/**
 * Locks the question that a post stands in, then the post: the order of everybody who changes a thread, so that nobody waits in
 * a circle. An answer may move while its question is waited for, and its comments with it.
 */
export const lockPost = async (tx: Tx, { kind, id }: PostRef): Promise<LockedPost | null> => {
  const thread = kind === 'question' ? Prisma.sql`"id"` : Prisma.sql`"questionId"`;
  for (;;) {
    const [at] = await tx.$queryRaw<{ id: number }[]>`
      SELECT ${thread} AS "id" FROM ${tableOf[kind]} WHERE "id" = ${id}`;
    if (!at) return null;
    await tx.$queryRaw`SELECT 1 FROM "Question" WHERE "id" = ${at.id} FOR NO KEY UPDATE`;
    const [post] = await tx.$queryRaw<LockedPost[]>`
      SELECT ${kind} AS "kind", "id", ${thread} AS "questionId", "authorId", "hiddenBecause"::text,
        "deletedAt" IS NOT NULL AS "isDeleted" FROM ${tableOf[kind]} WHERE "id" = ${id} FOR NO KEY UPDATE`;
    if (!post || post.questionId === at.id) return post ?? null;
  }
};

type About = { questionId: number; answerId?: number | null; commentId?: number | null };
/** The ids by which flags, entries and notifications name a post. */
export const idsOf = ({ kind, id, questionId }: PostRef & { questionId: number }): About => ({
  questionId,
  answerId: kind === 'answer' ? id : null,
  commentId: kind === 'comment' ? id : null,
});

type Entry = Partial<About> & {
  actorId: string;
  action: Act;
  /** The account that it was done to. */
  userId: string | null;
  reason: string;
  details?: Record<string, unknown>;
};

/** Writes what was done, in the transaction that does it. `at` is that transaction's time, which `now()` gives to its rows, too. */
export const writeEntry = async (tx: Tx, entry: Entry): Promise<number> => {
  const [written] = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO "AuditEntry" ("at", "actorId", "action", "questionId", "answerId", "commentId", "userId", "reason", "details")
    VALUES (now(), ${entry.actorId}::uuid, ${entry.action}, ${entry.questionId ?? null}::int, ${entry.answerId ?? null}::int,
      ${entry.commentId ?? null}::int, ${entry.userId}::uuid, ${entry.reason}, ${JSON.stringify(entry.details ?? {})}::jsonb)
    RETURNING "id"`;
  if (!written) throw new Error('The audit entry was not written.');
  return written.id;
};

type Told = { act: Act; reason: string; into?: string };

/** Tells the author, unless the author is gone or did it. */
export const tellAuthor = async (
  tx: Tx,
  actorId: string,
  post: Omit<LockedPost, 'hiddenBecause' | 'isDeleted'>,
  told: Told,
) => {
  const words = wordsToAuthor(told.act, post.kind, told.reason, told.into);
  if (words === null || post.authorId === null || post.authorId === actorId) return;
  await tx.notification.create({ data: { userId: post.authorId, kind: 'moderated', ...idsOf(post), words } });
};

/** Closes the open reports of a post (with `upTo`, those up to this one) and tells those who sent them. @returns their ids */
export const resolveFlags = async (
  tx: Tx,
  actorId: string,
  post: PostRef & { questionId: number },
  told: Told,
  upTo: number | null = null,
): Promise<number[]> => {
  const resolution = told.act === 'dismiss' ? 'dismissed' : 'upheld';
  const limit = upTo === null ? Prisma.empty : Prisma.sql`AND "id" <= ${upTo}`;
  const flags = await tx.$queryRaw<{ id: number; reporterId: string | null }[]>`
    UPDATE "Flag" SET "resolvedAt" = now(), "resolverId" = ${actorId}::uuid, "resolution" = ${resolution}::"FlagResolution"
    WHERE ${columnOf[post.kind]} = ${post.id} AND "resolvedAt" IS NULL ${limit}
    RETURNING "id", "reporterId"`;
  const words = wordsToReporter(told.act, post.kind, told.reason);
  const reporters = flags.flatMap(({ reporterId }) => (reporterId === null ? [] : [reporterId]));
  await tx.notification.createMany({
    data: reporters.map((userId) => ({ userId, kind: 'flagResolved' as const, ...idsOf(post), words })),
  });
  return flags.map(({ id }) => id);
};

/** The last of these acts that was done to a post itself. */
export const findLastAct = async (
  tx: Tx,
  { kind, id }: PostRef,
  among: readonly Act[],
): Promise<(LastAct & { actorId: string | null }) | null> => {
  const only =
    kind === 'question' ? Prisma.sql`AND e."answerId" IS NULL AND e."commentId" IS NULL` : Prisma.empty;
  const [last] = await tx.$queryRaw<(LastAct & { actorId: string | null })[]>`
    SELECT e."action", e."actorId", u."name" AS "actor", e."reason" FROM "AuditEntry" e
    LEFT JOIN "User" u ON u."id" = e."actorId"
    WHERE e.${columnOf[kind]} = ${id} AND e."action" = ANY(${[...among]}::text[]) ${only} ORDER BY e."id" DESC LIMIT 1`;
  return last ?? null;
};
