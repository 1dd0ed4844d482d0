import 'server-only';
import { isSuspended } from '@/lib/accounts/suspension';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { HiddenBecause } from '@/lib/questions/question';
import type { OpenFlag, PersonRecord } from '../case';
import { kinds, type PostKind, type PostRef } from '../post';
import { columnOf, tableOf } from '../store';

/** What waits: posts with open reports, and held ones. Both are few, and each has an index of its own. */
const waiting = Prisma.sql`
  SELECT CASE WHEN "questionId" IS NOT NULL THEN 0 WHEN "answerId" IS NOT NULL THEN 1 ELSE 2 END AS "kind",
    COALESCE("questionId", "answerId", "commentId") AS "id", "createdAt" AS "since" FROM "Flag" WHERE "resolvedAt" IS NULL
  UNION ALL SELECT 0, "id", "hiddenAt" FROM "Question" WHERE "hiddenBecause" = 'held' AND "deletedAt" IS NULL
  UNION ALL SELECT 1, "id", "hiddenAt" FROM "Answer" WHERE "hiddenBecause" = 'held' AND "deletedAt" IS NULL
  UNION ALL SELECT 2, "id", "hiddenAt" FROM "Comment" WHERE "hiddenBecause" = 'held' AND "deletedAt" IS NULL`;

/** Where a page of the queue ended: since when the case waits (epoch ms), then its kind, then its id. */
export type QueuePlace = { since: number; kind: number; id: number };

/** The cases that wait longest, after a place. */
export const listWaiting = async (
  after: QueuePlace | null,
  limit: number,
): Promise<(PostRef & { place: QueuePlace })[]> => {
  const rows = await db().$queryRaw<QueuePlace[]>`
    SELECT * FROM (
      SELECT "kind", "id", floor(extract(epoch FROM min("since")) * 1000)::float8 AS "since"
      FROM (${waiting}) w GROUP BY "kind", "id"
    ) cases
    ${after ? Prisma.sql`WHERE ("since", "kind", "id") > (${after.since}::float8, ${after.kind}::int, ${after.id}::int)` : Prisma.empty}
    ORDER BY "since", "kind", "id" LIMIT ${limit}`;
  return rows.map((place) => ({ kind: kinds[place.kind] ?? 'question', id: place.id, place }));
};

export type Waiting = { reports: number; reportedPosts: number; heldPosts: number };

export const countWaitingRows = async (): Promise<Waiting> => {
  const [row] = await db().$queryRaw<Waiting[]>`
    SELECT (SELECT count(*)::int FROM "Flag" WHERE "resolvedAt" IS NULL) AS "reports",
      (SELECT count(*)::int FROM (SELECT DISTINCT "questionId", "answerId", "commentId" FROM "Flag" WHERE "resolvedAt" IS NULL) f)
        AS "reportedPosts",
      (SELECT count(*)::int FROM "Question" WHERE "hiddenBecause" = 'held' AND "deletedAt" IS NULL)
        + (SELECT count(*)::int FROM "Answer" WHERE "hiddenBecause" = 'held' AND "deletedAt" IS NULL)
        + (SELECT count(*)::int FROM "Comment" WHERE "hiddenBecause" = 'held' AND "deletedAt" IS NULL) AS "heldPosts"`;
  return row ?? { reports: 0, reportedPosts: 0, heldPosts: 0 };
};

export type PostRow = PostRef & {
  questionId: number;
  questionTitle: string;
  isLocked: boolean;
  mergedIntoId: number | null;
  mergedIntoTitle: string | null;
  questionIsShown: boolean;
  answerId: number | null;
  /** Whether the answer that a comment is about is shown. */
  answerIsShown: boolean;
  title: string | null;
  body: string;
  authorId: string | null;
  createdAt: Date;
  editedAt: Date | null;
  isDeleted: boolean;
  hiddenBecause: HiddenBecause | null;
  hiddenWords: string | null;
};

const own: Readonly<Record<PostKind, Prisma.Sql>> = {
  question: Prisma.sql`NULL::int AS "answerId", true AS "answerIsShown", p."title", p."editedAt"`,
  answer: Prisma.sql`p."id" AS "answerId", true AS "answerIsShown", NULL::text AS "title", p."editedAt"`,
  comment: Prisma.sql`p."answerId", NULL::text AS "title", NULL::timestamptz AS "editedAt",
    (p."answerId" IS NULL OR EXISTS (SELECT 1 FROM "Answer" a WHERE a."id" = p."answerId" AND a."deletedAt" IS NULL
      AND a."hiddenAt" IS NULL)) AS "answerIsShown"`,
};

/** Posts of one kind, whether they are shown or not. */
export const listPostRows = (kind: PostKind, ids: readonly number[]): Promise<PostRow[]> =>
  db().$queryRaw<PostRow[]>`
    SELECT ${kind} AS "kind", p."id", q."id" AS "questionId", q."title" AS "questionTitle", q."lockedAt" IS NOT NULL AS "isLocked",
      q."mergedIntoId", (SELECT t."title" FROM "Question" t WHERE t."id" = q."mergedIntoId") AS "mergedIntoTitle",
      q."deletedAt" IS NULL AND q."hiddenAt" IS NULL AS "questionIsShown", ${own[kind]}, p."body",
      p."authorId", p."createdAt", p."deletedAt" IS NOT NULL AS "isDeleted", p."hiddenBecause"::text, p."hiddenWords"
    FROM ${tableOf[kind]} p JOIN "Question" q ON q."id" = ${kind === 'question' ? Prisma.sql`p."id"` : Prisma.sql`p."questionId"`}
    WHERE p."id" = ANY(${[...ids]}::int[])`;

type FlagRow = Omit<OpenFlag, 'at'> & { postId: number; createdAt: Date };

/** Open reports of posts of one kind, oldest first. */
export const listFlagRows = (kind: PostKind, ids: readonly number[]): Promise<FlagRow[]> =>
  db().$queryRaw<FlagRow[]>`
    SELECT f."id", f.${columnOf[kind]} AS "postId", f."reason"::text, f."words", u."name" AS "reporter", f."createdAt"
    FROM "Flag" f LEFT JOIN "User" u ON u."id" = f."reporterId"
    WHERE f.${columnOf[kind]} = ANY(${[...ids]}::int[]) AND f."resolvedAt" IS NULL ORDER BY f."id"`;

type PersonRow = Omit<PersonRecord, 'joinedAt' | 'suspended'> & {
  createdAt: Date;
  suspendedAt: Date | null;
  suspendedUntil: Date | null;
  suspendedBecause: string | null;
};

const count = (kind: PostKind, where: Prisma.Sql) =>
  Prisma.sql`(SELECT count(*) FROM ${tableOf[kind]} p WHERE p."authorId" = u."id" ${where})`;
const sum = (where: Prisma.Sql) =>
  Prisma.sql`(${Prisma.join(
    kinds.map((kind) => count(kind, where)),
    ' + ',
  )})::int`;
const upheld = (kind: PostKind) =>
  Prisma.sql`(SELECT count(*) FROM "Flag" f JOIN ${tableOf[kind]} p ON p."id" = f.${columnOf[kind]}
    WHERE p."authorId" = u."id" AND f."resolution" = 'upheld')`;

/** People with their past. */
export const listPeople = async (ids: readonly string[]): Promise<PersonRecord[]> => {
  const rows = await db().$queryRaw<PersonRow[]>`
    SELECT u."id", u."name", u."role"::text, u."isGuest", u."createdAt", u."suspendedAt", u."suspendedUntil", u."suspendedBecause",
      ${sum(Prisma.empty)} AS "posts", ${sum(Prisma.sql`AND p."hiddenBecause" = 'moderated'`)} AS "hiddenPosts",
      (${Prisma.join(kinds.map(upheld), ' + ')})::int AS "upheldFlags",
      (SELECT count(*)::int FROM "AuditEntry" e WHERE e."userId" = u."id" AND e."action" = 'suspend') AS "suspensions"
    FROM "User" u WHERE u."id" = ANY(${[...ids]}::uuid[])`;
  return rows.map(({ createdAt, suspendedAt, suspendedUntil, suspendedBecause, ...person }) => ({
    ...person,
    joinedAt: createdAt.getTime(),
    suspended:
      suspendedAt && isSuspended({ suspendedAt, suspendedUntil })
        ? {
            since: suspendedAt.toISOString(),
            until: suspendedUntil?.getTime() ?? null,
            because: suspendedBecause ?? '',
          }
        : null,
  }));
};

/** What a person posted last, hidden or not, newest first. */
export const listLastPosts = (userId: string, limit: number): Promise<PostRef[]> =>
  db().$queryRaw<PostRef[]>`
    SELECT "kind", "id" FROM (
      (SELECT 'question' AS "kind", "id", "createdAt" FROM "Question" WHERE "authorId" = ${userId}::uuid ORDER BY "id" DESC LIMIT ${limit})
      UNION ALL (SELECT 'answer', "id", "createdAt" FROM "Answer" WHERE "authorId" = ${userId}::uuid ORDER BY "id" DESC LIMIT ${limit})
      UNION ALL (SELECT 'comment', "id", "createdAt" FROM "Comment" WHERE "authorId" = ${userId}::uuid ORDER BY "id" DESC LIMIT ${limit})
    ) posted ORDER BY "createdAt" DESC, "kind", "id" DESC LIMIT ${limit}`;
