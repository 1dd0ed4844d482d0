import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';

export type AuditRow = {
  id: number;
  at: Date;
  actorId: string | null;
  actor: string | null;
  action: string;
  questionId: number | null;
  answerId: number | null;
  commentId: number | null;
  /** The question's title as it is now. */
  title: string | null;
  userId: string | null;
  person: string | null;
  reason: string;
  details: unknown;
  /** Posts that were hidden together with a suspension were shown again. */
  isUndone: boolean;
};

export type AuditFilter = {
  /** An id or a name: what was done to the person, or by them. */
  person: { id: string } | { name: string } | null;
  /** What was done to a question and what stands below it, or merged into it. */
  question: number | null;
};

/** Names are not unique; of a name that everybody has, the newest are enough. */
const mostNamed = 50;

const idsOf = async (person: NonNullable<AuditFilter['person']>): Promise<string[]> => {
  if ('id' in person) return [person.id];
  const named = await db().$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "User" WHERE lower("name") = lower(${person.name}) ORDER BY "id" DESC LIMIT ${mostNamed}`;
  return named.map(({ id }) => id);
};

/** Ids that are known before, so that the indexes are used; a name that is looked up inside reads every entry. */
const wherePeople = (ids: readonly string[]) =>
  Prisma.sql`AND (e."userId" = ANY(${[...ids]}::uuid[]) OR e."actorId" = ANY(${[...ids]}::uuid[]))`;

const whereQuestion = (id: number) =>
  Prisma.sql`AND (e."questionId" = ${id} OR (e."details" ? 'into' AND (e."details"->>'into')::int = ${id}))`;

/** Entries before an id, newest first. */
export const listEntries = async (
  filter: AuditFilter,
  before: number | null,
  limit: number,
): Promise<AuditRow[]> => {
  const people = filter.person ? wherePeople(await idsOf(filter.person)) : Prisma.empty;
  return db().$queryRaw<AuditRow[]>`
    SELECT e."id", e."at", e."actorId", actor."name" AS "actor", e."action", e."questionId", e."answerId", e."commentId",
      q."title", e."userId", person."name" AS "person", e."reason", e."details",
      e."action" = 'suspend' AND EXISTS (SELECT 1 FROM "AuditEntry" u WHERE u."action" = 'unhide' AND u."userId" = e."userId"
        AND (u."details"->>'of')::int = e."id") AS "isUndone"
    FROM "AuditEntry" e LEFT JOIN "User" actor ON actor."id" = e."actorId" LEFT JOIN "User" person ON person."id" = e."userId"
      LEFT JOIN "Question" q ON q."id" = e."questionId"
    WHERE true ${before === null ? Prisma.empty : Prisma.sql`AND e."id" < ${before}`}
      ${people}
      ${filter.question === null ? Prisma.empty : whereQuestion(filter.question)}
    ORDER BY e."id" DESC LIMIT ${limit}`;
};
