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

const wherePerson = (person: NonNullable<AuditFilter['person']>) =>
  'id' in person
    ? Prisma.sql`AND (e."userId" = ${person.id}::uuid OR e."actorId" = ${person.id}::uuid)`
    : Prisma.sql`AND EXISTS (SELECT 1 FROM "User" named WHERE named."id" IN (e."userId", e."actorId")
        AND lower(named."name") = lower(${person.name}))`;

const whereQuestion = (id: number) =>
  Prisma.sql`AND (e."questionId" = ${id} OR (e."details" ? 'into' AND (e."details"->>'into')::int = ${id}))`;

/** Entries before an id, newest first. */
export const listEntries = (filter: AuditFilter, before: number | null, limit: number): Promise<AuditRow[]> =>
  db().$queryRaw<AuditRow[]>`
    SELECT e."id", e."at", e."actorId", actor."name" AS "actor", e."action", e."questionId", e."answerId", e."commentId",
      q."title", e."userId", person."name" AS "person", e."reason", e."details",
      e."action" = 'suspend' AND EXISTS (SELECT 1 FROM "AuditEntry" u WHERE u."action" = 'unhide' AND u."userId" = e."userId"
        AND (u."details"->>'of')::int = e."id") AS "isUndone"
    FROM "AuditEntry" e LEFT JOIN "User" actor ON actor."id" = e."actorId" LEFT JOIN "User" person ON person."id" = e."userId"
      LEFT JOIN "Question" q ON q."id" = e."questionId"
    WHERE true ${before === null ? Prisma.empty : Prisma.sql`AND e."id" < ${before}`}
      ${filter.person ? wherePerson(filter.person) : Prisma.empty}
      ${filter.question === null ? Prisma.empty : whereQuestion(filter.question)}
    ORDER BY e."id" DESC LIMIT ${limit}`;
