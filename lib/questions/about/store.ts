import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { LessonKey } from '../question';
import type { Asked } from './standing';

export type AskedRow = Asked & LessonKey & { isAsker: boolean };

/** The part of a lesson that a shown question is about. */
export const findAskedRow = async (id: number, viewerId: string): Promise<AskedRow | null> => {
  const row = await db().question.findFirst({
    where: { id, deletedAt: null, hiddenAt: null },
    select: {
      course: true,
      lesson: true,
      heading: true,
      passage: true,
      passageCheckedFor: true,
      passageHolds: true,
      authorId: true,
    },
  });
  if (!row) return null;
  const { authorId, ...asked } = row;
  return { ...asked, isAsker: authorId === viewerId };
};

/** False: the question is not shown any more, or `askerId` did not ask it. `askerId` null: whoever asked. */
export const setStandingRow = async (
  id: number,
  askerId: string | null,
  { digest, applies }: { digest: string; applies: boolean },
): Promise<boolean> => {
  const ownOnly = askerId === null ? Prisma.empty : Prisma.sql`AND "authorId" = ${askerId}::uuid`;
  const done = await db().$executeRaw`
    UPDATE "Question" SET "passageCheckedFor" = ${digest}, "passageHolds" = ${applies}
    WHERE "id" = ${id} AND "deletedAt" IS NULL AND "hiddenAt" IS NULL ${ownOnly}`;
  return done === 1;
};
