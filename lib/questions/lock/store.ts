import 'server-only';
import type { Prisma } from '@/lib/db/generated/client';

/**
 * Locks the question that a post stands in. Whoever changes a thread (its posts, its lock, where its answers are) does this
 * first, so that they come one after the other and never wait for each other in a circle. An answer may move to another
 * question while its question is waited for.
 */
export const lockThread = async (
  tx: Prisma.TransactionClient,
  kind: 'question' | 'answer',
  id: number,
): Promise<void> => {
  if (kind === 'question') {
    await tx.$queryRaw`SELECT 1 FROM "Question" WHERE "id" = ${id} FOR NO KEY UPDATE`;
    return;
  }
  const findQuestion = async () => {
    const answer = await tx.answer.findUnique({ where: { id }, select: { questionId: true } });
    return answer?.questionId;
  };
  for (let at = await findQuestion(), is; at !== undefined && at !== is; at = await findQuestion()) {
    await tx.$queryRaw`SELECT 1 FROM "Question" WHERE "id" = ${at} FOR NO KEY UPDATE`;
    is = at;
  }
};
