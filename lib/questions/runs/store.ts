import 'server-only';
import { RunCard } from '@/lib/labs/run-card';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';

export type OwnRun = { run: string; card: RunCard };

/**
 * Makes runs of the author's public, in the transaction of the post that shows them. The first card of a run that is over
 * stays: later runs of the same lab take its verdicts over. In one order, so that two posts never wait for each other in a circle.
 */
export const keepRunCards = async (
  tx: Prisma.TransactionClient,
  userId: string,
  runs: readonly OwnRun[],
): Promise<void> => {
  for (const { run, card } of runs.toSorted((a, b) => (a.run < b.run ? -1 : 1)))
    await tx.$executeRaw`
      INSERT INTO "RunCard" ("runId", "userId", "card") VALUES (${run}::uuid, ${userId}::uuid, ${JSON.stringify(card)}::jsonb)
      ON CONFLICT ("runId") DO UPDATE SET "card" = EXCLUDED."card", "sharedAt" = now()
      WHERE "RunCard"."userId" = EXCLUDED."userId" AND "RunCard"."card" ->> 'isOver' = 'false'`;
};

/** The cards of these runs that were made public, with whose they are; null: the account is gone. */
export const listRunCards = async (runs: readonly string[]) => {
  if (runs.length === 0) return [];
  const rows = await db().runCard.findMany({ where: { runId: { in: [...runs] } } });
  return rows.map(({ runId, userId, card }) => ({ run: runId, userId, card: RunCard.parse(card) }));
};
