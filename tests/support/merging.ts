import { db } from '@/lib/db/client';
import { setMerged } from '@/lib/moderation/set-merged';
import { findThread } from '@/lib/questions/find-thread';
import { newMember, newModerator } from './people';

/** New people for every promise, so that limits stay out of the way, and what the moderator among them does. */
export const mergingPeople = async () => {
  const [moderator, asker, other, helper, reader] = await Promise.all([
    newModerator(),
    newMember(),
    newMember(),
    newMember(),
    newMember(),
  ]);
  const merge = (from: number, into: number | null, reason = 'It asks the same.') =>
    setMerged(moderator.viewer, from, { into, reason });
  return { moderator, asker, other, helper, reader, merge };
};

/** The answers that a thread shows; null when there is no thread. */
export const answersOf = async (id: number) =>
  (await findThread(id, null))?.answers.map((one) => one.id) ?? null;

export const mergedOf = async (id: number) =>
  (await db().question.findUniqueOrThrow({ where: { id } })).mergedIntoId;

/** What should never be: an answer and its comments stand in the same thread, and what is accepted stands in its own. */
export const torn = () => db().$queryRaw<unknown[]>`
  SELECT c."id" FROM "Comment" c JOIN "Answer" a ON a."id" = c."answerId" WHERE a."questionId" <> c."questionId"
  UNION ALL SELECT q."id" FROM "Question" q JOIN "Answer" a ON a."id" = q."acceptedAnswerId" WHERE a."questionId" <> q."id"
  UNION ALL SELECT q."id" FROM "Question" q JOIN "Question" t ON t."id" = q."mergedIntoId" WHERE t."mergedIntoId" IS NOT NULL`;
