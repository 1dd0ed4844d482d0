import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/in-transaction';
import { type Prisma } from '@/lib/db/generated/client';
import type { LastAct } from '../refusals';
import { findLastAct, resolveFlags, tellAuthor, writeEntry } from '../store';

type Tx = Prisma.TransactionClient;

/** What a merge moved, in its audit entry: enough to put all of it back. */
const Moved = z.object({
  into: z.int(),
  answers: z.array(z.int()),
  followers: z.array(z.uuid()),
  accepted: z.int().nullable(),
  /** Questions that had been merged into this one, and lead to the other since. */
  collapsed: z.array(z.int()),
});

export type MergeResult =
  | { done: { id: number; title: string } }
  | 'missing'
  | 'not-mergeable'
  | 'same-question'
  | 'circle'
  | 'author-deleted'
  | { late: LastAct | null };

const bounds = { timeout: 30_000, maxWait: 10_000 };
const mostAttempts = 10;

/** What was read before the locks were there has changed: the transaction lets go of them and begins again. */
class Changed extends Error {}

const attempt = async (work: (tx: Tx) => Promise<MergeResult>): Promise<MergeResult> => {
  for (let left = mostAttempts; ; left -= 1) {
    try {
      return await inTransaction(work, bounds);
    } catch (error) {
      if (!(error instanceof Changed) || left === 0) throw error;
    }
  }
};

type Row = {
  id: number;
  title: string;
  authorId: string | null;
  mergedIntoId: number | null;
  acceptedAnswerId: number | null;
  isDeleted: boolean;
  isHidden: boolean;
};

/** Questions by id, and those merged into `parent`, locked in the order of their ids: opposite merges wait for one another. */
const lockQuestions = async (tx: Tx, ids: readonly number[], parent: number): Promise<Map<number, Row>> => {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Question" WHERE "id" = ANY(${[...ids]}::int[]) OR "mergedIntoId" = ${parent} ORDER BY "id" FOR NO KEY UPDATE`;
  const locked = new Set(rows.map((row) => row.id));
  const now = await tx.$queryRaw<Row[]>`
    SELECT "id", "title", "authorId", "mergedIntoId", "acceptedAnswerId", "deletedAt" IS NOT NULL AS "isDeleted",
      "hiddenAt" IS NOT NULL AS "isHidden"
    FROM "Question" WHERE "id" = ANY(${[...ids]}::int[]) OR "mergedIntoId" = ${parent}`;
  if (now.some((row) => !locked.has(row.id))) throw new Changed();
  return new Map(now.map((row) => [row.id, row]));
};

/** Answers take their comments and what was told about them along. */
const moveAnswers = async (tx: Tx, ids: readonly number[], to: number) => {
  await tx.$executeRaw`UPDATE "Answer" SET "questionId" = ${to} WHERE "id" = ANY(${[...ids]}::int[])`;
  await tx.$executeRaw`UPDATE "Comment" SET "questionId" = ${to} WHERE "answerId" = ANY(${[...ids]}::int[])`;
  await tx.$executeRaw`UPDATE "Notification" SET "questionId" = ${to} WHERE "answerId" = ANY(${[...ids]}::int[])
    OR "commentId" IN (SELECT "id" FROM "Comment" WHERE "answerId" = ANY(${[...ids]}::int[]))`;
};

const late = async (tx: Tx, id: number) => ({
  late: await findLastAct(tx, { kind: 'question', id }, ['merge', 'unmerge', 'hide']),
});

const postOf = ({ id, authorId }: Row) => ({ kind: 'question', id, questionId: id, authorId }) as const;

/**
 * Merges a question into another: its answers and followers move there, and its address leads there. What was merged into it
 * before leads there at once; a question that is itself merged stands for the one that it leads to.
 */
export const mergeRow = (actorId: string, from: number, into: number, reason: string): Promise<MergeResult> =>
  attempt(async (tx) => {
    if (from === into) return 'same-question';
    const wanted = await tx.question.findUnique({ where: { id: into }, select: { mergedIntoId: true } });
    if (!wanted) return 'missing';
    const target = wanted.mergedIntoId ?? into;
    if (target === from) return 'circle';
    const rows = await lockQuestions(tx, [from, target], from);
    const [source, other] = [rows.get(from), rows.get(target)];
    if (!source || !other) return 'missing';
    if (source.mergedIntoId === target) {
      const { late: last } = await late(tx, from);
      const isSame = last?.actorId === actorId && last.action === 'merge' && last.reason === reason;
      return isSame ? { done: { id: target, title: other.title } } : { late: last };
    }
    if (source.mergedIntoId !== null) return late(tx, from);
    if (other.mergedIntoId !== null) throw new Changed();
    if ([source, other].some((row) => row.isDeleted || row.isHidden)) return 'not-mergeable';

    const answers = await tx.answer.findMany({
      where: { questionId: from },
      select: { id: true },
      orderBy: { id: 'asc' },
    });
    const ids = answers.map(({ id }) => id);
    await moveAnswers(tx, ids, target);
    const followers = await tx.$queryRaw<{ userId: string }[]>`
      INSERT INTO "Follow" ("userId", "questionId", "since")
      SELECT "userId", ${target}, now() FROM "Follow" WHERE "questionId" = ${from} AND "isFollowing" ORDER BY "userId"
      ON CONFLICT DO NOTHING RETURNING "userId"`;
    const collapsed = [...rows.values()].filter((row) => row.mergedIntoId === from).map(({ id }) => id);
    await tx.$executeRaw`UPDATE "Question" SET "mergedIntoId" = ${target}, "acceptedAnswerId" = NULL, "hiddenAt" = now(),
      "hiddenBecause" = 'merged', "hiddenWords" = NULL WHERE "id" = ${from}`;
    await tx.question.updateMany({ where: { id: { in: collapsed } }, data: { mergedIntoId: target } });
    const told = { act: 'merge', reason, into: other.title } as const;
    const flags = await resolveFlags(tx, actorId, postOf(source), told);
    await tellAuthor(tx, actorId, postOf(source), told);
    const moved: z.infer<typeof Moved> = {
      into: target,
      answers: ids,
      followers: followers.map(({ userId }) => userId),
      accepted: source.acceptedAnswerId,
      collapsed,
    };
    await writeEntry(tx, {
      questionId: from,
      actorId,
      action: 'merge',
      userId: source.authorId,
      reason,
      details: { ...moved, flags },
    });
    return { done: { id: target, title: other.title } };
  });

/**
 * Takes a question out again of the one that it was merged into. What the merge moved, and is still there, goes back; answers
 * that were given since stay where they were given.
 */
export const unmergeRow = (actorId: string, id: number, reason: string): Promise<MergeResult> =>
  attempt(async (tx) => {
    const merged = await tx.question.findUnique({ where: { id }, select: { mergedIntoId: true } });
    if (!merged) return 'missing';
    const entry = await tx.auditEntry.findFirst({
      where: { questionId: id, action: 'merge' },
      orderBy: { id: 'desc' },
      select: { id: true, details: true },
    });
    if (merged.mergedIntoId === null || !entry) {
      const { late: last } = await late(tx, id);
      const isSame = last?.actorId === actorId && last.action === 'unmerge' && last.reason === reason;
      return isSame ? { done: { id, title: '' } } : { late: last };
    }
    const target = merged.mergedIntoId;
    const moved = Moved.parse(entry.details);
    const rows = await lockQuestions(tx, [id, target, ...moved.collapsed], id);
    const [source, other] = [rows.get(id), rows.get(target)];
    if (!source || !other) return 'missing';
    if (source.mergedIntoId !== target) throw new Changed();
    if (source.isDeleted) return 'author-deleted';

    const there = await tx.answer.findMany({
      where: { id: { in: moved.answers }, questionId: target },
      select: { id: true },
    });
    const ids = there.map((answer) => answer.id);
    if (other.acceptedAnswerId !== null && ids.includes(other.acceptedAnswerId))
      await tx.question.update({ where: { id: target }, data: { acceptedAnswerId: null } });
    await moveAnswers(tx, ids, id);
    await tx.$executeRaw`DELETE FROM "Follow" f USING "AuditEntry" e WHERE e."id" = ${entry.id} AND f."since" = e."at"
      AND f."questionId" = ${moved.into} AND f."isFollowing" AND f."userId" = ANY(${moved.followers}::uuid[])`;
    const accepted = moved.accepted !== null && ids.includes(moved.accepted) ? moved.accepted : null;
    await tx.$executeRaw`UPDATE "Question" SET "mergedIntoId" = NULL, "acceptedAnswerId" = ${accepted}::int, "hiddenAt" = NULL,
      "hiddenBecause" = NULL WHERE "id" = ${id}`;
    await tx.question.updateMany({
      where: { id: { in: moved.collapsed }, mergedIntoId: target },
      data: { mergedIntoId: id },
    });
    const told = { act: 'unmerge', reason, into: other.title } as const;
    await tellAuthor(tx, actorId, postOf(source), told);
    await writeEntry(tx, {
      questionId: id,
      actorId,
      action: 'unmerge',
      userId: source.authorId,
      reason,
      details: { into: target, answers: ids, of: entry.id },
    });
    return { done: { id, title: source.title } };
  });

export const findTitle = async (id: number): Promise<string | null> =>
  (await db().question.findUnique({ where: { id }, select: { title: true } }))?.title ?? null;
