import 'server-only';
import { inTransaction } from '@/lib/db/in-transaction';
import type { LastAct } from '../refusals';
import { findLastAct, idsOf, lockPost, tellAuthor, writeEntry } from '../store';

/** Locks a thread or opens it. The question's row is locked, so what others add comes before it or is refused. */
export const setLockedRow = (
  actorId: string,
  id: number,
  isLocked: boolean,
  reason: string,
): Promise<'done' | 'missing' | { late: LastAct | null }> =>
  inTransaction(async (tx) => {
    const post = await lockPost(tx, { kind: 'question', id });
    if (!post || post.hiddenBecause === 'merged') return 'missing';
    const changed = isLocked
      ? await tx.$executeRaw`UPDATE "Question" SET "lockedAt" = now(), "lockedBecause" = ${reason}
          WHERE "id" = ${id} AND "lockedAt" IS NULL`
      : await tx.$executeRaw`UPDATE "Question" SET "lockedAt" = NULL, "lockedBecause" = NULL
          WHERE "id" = ${id} AND "lockedAt" IS NOT NULL`;
    const act = isLocked ? 'lock' : 'unlock';
    if (changed === 0) {
      const last = await findLastAct(tx, post, ['lock', 'unlock']);
      const isSame = last?.actorId === actorId && last.action === act && last.reason === reason;
      return isSame ? 'done' : { late: last };
    }
    await tellAuthor(tx, actorId, post, { act, reason });
    await writeEntry(tx, { ...idsOf(post), actorId, action: act, userId: post.authorId, reason });
    return 'done';
  });
