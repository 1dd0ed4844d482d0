import 'server-only';
import { z } from 'zod';
import { isSuspended } from '@/lib/accounts/suspension';
import { inTransaction } from '@/lib/db/in-transaction';
import { Prisma } from '@/lib/db/generated/client';
import type { Moderator } from '../moderator';
import { kinds, type PostRef } from '../post';
import type { LastAct } from '../refusals';
import { idsOf, resolveFlags, tableOf, writeEntry } from '../store';

type Tx = Prisma.TransactionClient;
type Refused = 'missing' | 'yourself' | 'not-allowed' | { late: LastAct | null };
type Post = PostRef & { questionId: number };

const bounds = { timeout: 30_000, maxWait: 10_000 };

const lockPerson = async (tx: Tx, moderator: Moderator, userId: string) => {
  const [person] = await tx.$queryRaw<
    { role: Moderator['role']; suspendedAt: Date | null; suspendedUntil: Date | null }[]
  >`
    SELECT "role"::text, "suspendedAt", "suspendedUntil" FROM "User" WHERE "id" = ${userId}::uuid FOR NO KEY UPDATE`;
  if (!person) return 'missing';
  if (userId === moderator.id) return 'yourself';
  const isColleague = person.role === 'moderator' || person.role === 'admin';
  if (isColleague && moderator.role !== 'admin') return 'not-allowed';
  return { since: isSuspended(person) ? person.suspendedAt : null };
};

const lastOf = async (tx: Tx, userId: string): Promise<(LastAct & { actorId: string | null }) | null> => {
  const [last] = await tx.$queryRaw<(LastAct & { actorId: string | null })[]>`
    SELECT e."action", e."actorId", u."name" AS "actor", e."reason" FROM "AuditEntry" e
    LEFT JOIN "User" u ON u."id" = e."actorId"
    WHERE e."userId" = ${userId}::uuid AND e."action" IN ('suspend', 'lift') ORDER BY e."id" DESC LIMIT 1`;
  return last ?? null;
};

/** Locks the threads of posts in the order of their ids, as merges do. */
const lockThreads = async (tx: Tx, posts: readonly Post[]) => {
  const threads = [...new Set(posts.map(({ questionId }) => questionId))];
  await tx.$queryRaw`SELECT 1 FROM "Question" WHERE "id" = ANY(${threads}::int[]) ORDER BY "id" FOR NO KEY UPDATE`;
};

const idsIn = (posts: readonly Post[], kind: PostRef['kind']) =>
  posts.filter((post) => post.kind === kind).map(({ id }) => id);

const listRecent = (tx: Tx, userId: string) => tx.$queryRaw<Post[]>`
  SELECT 'question' AS "kind", "id", "id" AS "questionId" FROM "Question"
    WHERE "authorId" = ${userId}::uuid AND "hiddenAt" IS NULL AND "createdAt" > now() - interval '1 day'
  UNION ALL SELECT 'answer', "id", "questionId" FROM "Answer"
    WHERE "authorId" = ${userId}::uuid AND "hiddenAt" IS NULL AND "createdAt" > now() - interval '1 day'
  UNION ALL SELECT 'comment', "id", "questionId" FROM "Comment"
    WHERE "authorId" = ${userId}::uuid AND "hiddenAt" IS NULL AND "createdAt" > now() - interval '1 day'`;

/** Hides what a person posted in the last day; its threads are locked. @returns the posts */
const hideRecent = async (tx: Tx, userId: string, reason: string): Promise<Post[]> => {
  const recent = await listRecent(tx, userId);
  for (const kind of kinds)
    await tx.$executeRaw`UPDATE ${tableOf[kind]} SET "hiddenAt" = now(), "hiddenBecause" = 'moderated', "hiddenWords" = ${reason}
      WHERE "id" = ANY(${idsIn(recent, kind)}::int[]) AND "hiddenAt" IS NULL`;
  return recent;
};

type Suspension = { days: number | null; reason: string; hidesPosts: boolean; seen: string | null };

/**
 * Suspends an account from now on and ends its sessions. `seen` is the suspension that the moderator saw; when it is another by
 * now, nothing is changed.
 */
export const suspendRow = (
  moderator: Moderator,
  userId: string,
  wanted: Suspension,
): Promise<Refused | { hidden: number }> =>
  inTransaction(async (tx) => {
    // Posts come before people, as with those who post and those who leave.
    if (wanted.hidesPosts) await lockThreads(tx, await listRecent(tx, userId));
    const person = await lockPerson(tx, moderator, userId);
    if (typeof person === 'string') return person;
    const { days, reason, hidesPosts, seen } = wanted;
    if ((person.since?.toISOString() ?? null) !== seen) {
      const last = await lastOf(tx, userId);
      const isSame = last?.actorId === moderator.id && last.action === 'suspend' && last.reason === reason;
      return isSame ? { hidden: 0 } : { late: last };
    }
    await tx.$executeRaw`UPDATE "User" SET "suspendedAt" = now(), "suspendedBecause" = ${reason},
      "suspendedUntil" = now() + make_interval(days => ${days}::int) WHERE "id" = ${userId}::uuid`;
    await tx.session.deleteMany({ where: { userId } });
    const hidden = hidesPosts ? await hideRecent(tx, userId, reason) : [];
    const of = await writeEntry(tx, {
      actorId: moderator.id,
      action: 'suspend',
      userId,
      reason,
      details: { days, posts: hidden.map(({ kind, id }) => ({ kind, id })) },
    });
    for (const post of hidden) {
      const flags = await resolveFlags(tx, moderator.id, post, { act: 'hide', reason });
      const entry = { ...idsOf(post), actorId: moderator.id, userId, reason };
      await writeEntry(tx, { ...entry, action: 'hide', details: { of, ...(flags.length > 0 && { flags }) } });
    }
    return { hidden: hidden.length };
  }, bounds);

export const liftRow = (moderator: Moderator, userId: string, reason: string): Promise<Refused | 'done'> =>
  inTransaction(async (tx) => {
    const person = await lockPerson(tx, moderator, userId);
    if (typeof person === 'string') return person;
    if (person.since === null) {
      const last = await lastOf(tx, userId);
      return last?.actorId === moderator.id && last.action === 'lift' && last.reason === reason
        ? 'done'
        : { late: last };
    }
    await tx.user.update({
      where: { id: userId },
      data: { suspendedAt: null, suspendedUntil: null, suspendedBecause: null },
    });
    await writeEntry(tx, { actorId: moderator.id, action: 'lift', userId, reason });
    return 'done';
  });

const Hidden = z.object({ posts: z.array(z.object({ kind: z.enum(kinds), id: z.int() })) });

/** Where the posts of a suspension are now that are still hidden by it. */
const listStillHidden = async (tx: Tx, posts: readonly PostRef[], entry: number): Promise<Post[]> => {
  const found: Post[] = [];
  for (const kind of kinds) {
    const ids = posts.filter((post) => post.kind === kind).map(({ id }) => id);
    const thread = kind === 'question' ? Prisma.sql`p."id"` : Prisma.sql`p."questionId"`;
    found.push(
      ...(await tx.$queryRaw<Post[]>`
        SELECT ${kind} AS "kind", p."id", ${thread} AS "questionId" FROM ${tableOf[kind]} p, "AuditEntry" e
        WHERE e."id" = ${entry} AND p."id" = ANY(${ids}::int[]) AND p."hiddenBecause" = 'moderated' AND p."hiddenAt" = e."at"`),
    );
  }
  return found;
};

/** Shows again, as a whole, what was hidden together with a suspension and is still hidden by it. Done once. */
export const unhideRow = (
  moderator: Moderator,
  entryId: number,
  reason: string,
): Promise<'missing' | { late: LastAct | null } | { shown: number }> =>
  inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "AuditEntry" WHERE "id" = ${entryId} FOR UPDATE`;
    const entry = await tx.auditEntry.findUnique({ where: { id: entryId } });
    const hidden = Hidden.safeParse(entry?.details);
    if (!entry || entry.action !== 'suspend' || !hidden.success || hidden.data.posts.length === 0)
      return 'missing';
    const [before] = await tx.$queryRaw<(LastAct & { actorId: string | null })[]>`
      SELECT e."action", e."actorId", u."name" AS "actor", e."reason" FROM "AuditEntry" e LEFT JOIN "User" u ON u."id" = e."actorId"
      WHERE e."action" = 'unhide' AND e."userId" IS NOT DISTINCT FROM ${entry.userId}::uuid
        AND (e."details"->>'of')::int = ${entryId} LIMIT 1`;
    if (before)
      return before.actorId === moderator.id && before.reason === reason ? { shown: 0 } : { late: before };
    await lockThreads(tx, await listStillHidden(tx, hidden.data.posts, entryId));
    const posts = await listStillHidden(tx, hidden.data.posts, entryId);
    for (const kind of kinds)
      await tx.$executeRaw`UPDATE ${tableOf[kind]} SET "hiddenAt" = NULL, "hiddenBecause" = NULL, "hiddenWords" = NULL
        WHERE "id" = ANY(${idsIn(posts, kind)}::int[])`;
    const by = { actorId: moderator.id, userId: entry.userId, reason };
    const details = { of: entryId, posts: posts.map(({ kind, id }) => ({ kind, id })) };
    await writeEntry(tx, { ...by, action: 'unhide', details });
    for (const post of posts)
      await writeEntry(tx, { ...by, ...idsOf(post), action: 'restore', details: { of: entryId } });
    return { shown: posts.length };
  }, bounds);
