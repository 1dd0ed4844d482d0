import 'server-only';
import { db } from '@/lib/db/client';
import { listen, type Listener } from '@/lib/db/listen';
import type { ThreadState } from './thread-change';

/** The channel that the triggers of the migration `notifications` write to. */
export const listenToThreads = (listener: Listener) => listen('thread', listener);

/** Null: there is no such question. Votes are left out: they do not change a page that is open. */
export const findThreadState = async (question: number): Promise<ThreadState | null> => {
  const [row] = await db().$queryRaw<ThreadState[]>`
    SELECT q."answerCount", q."deletedAt" IS NULL AND q."hiddenAt" IS NULL AND q."mergedIntoId" IS NULL AS "isShown",
      md5(ROW(q."version", q."acceptedAnswerId", q."lockedAt", q."passageCheckedFor", q."passageHolds",
        (SELECT string_agg(a."id" || '.' || a."version", ' ' ORDER BY a."id") FROM "Answer" a
          WHERE a."questionId" = q."id" AND a."deletedAt" IS NULL AND a."hiddenAt" IS NULL),
        (SELECT string_agg(c."id"::text, ' ' ORDER BY c."id") FROM "Comment" c
          WHERE c."questionId" = q."id" AND c."deletedAt" IS NULL AND c."hiddenAt" IS NULL))::text) AS "token"
    FROM "Question" q WHERE q."id" = ${question}`;
  return row ?? null;
};
