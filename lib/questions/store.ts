import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { AnswerForm, AskForm, CommentForm } from './forms';
import { keepRunCards, type OwnRun } from './runs/store';
import { addWords } from './search/store';

/** Milliseconds since the account was made; 0 when there is none. */
export const findAccountAge = async (userId: string): Promise<number> => {
  const user = await db().user.findUnique({ where: { id: userId }, select: { createdAt: true } });
  return user ? Date.now() - user.createdAt.getTime() : 0;
};

/** `isFirst` is false when the same form was stored before; then `isSame` tells whether it held the same words. */
type Inserted = { id: number; isFirst: boolean; isSame: boolean };

/** `askedOn`: digest of the lesson's text that the asker saw. `runs` become public. */
export const insertQuestion = (
  authorId: string,
  form: AskForm,
  { askedOn, runs }: { askedOn: string | null; runs: readonly OwnRun[] },
): Promise<Inserted> =>
  db().$transaction(async (tx) => {
    const { course, lesson, heading, passage, run, title, body, submission } = form;
    const [added] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO "Question" ("course", "lesson", "heading", "passage", "passageCheckedFor", "labRunId", "authorId", "title",
        "body", "submission")
      VALUES (${course}, ${lesson}, ${heading}, ${passage}, ${askedOn}, ${run}::uuid, ${authorId}::uuid, ${title},
        ${body}, ${submission}::uuid)
      ON CONFLICT ("authorId", "submission") DO NOTHING
      RETURNING "id"`;
    if (added) {
      await addWords(tx, `${title} ${body}`);
      await keepRunCards(tx, authorId, runs);
      return { id: added.id, isFirst: true, isSame: true };
    }
    const before = await tx.question.findUniqueOrThrow({
      where: { authorId_submission: { authorId, submission } },
      select: { id: true, title: true, body: true },
    });
    return { id: before.id, isFirst: false, isSame: before.title === title && before.body === body };
  });

/** Null: the question is not shown. `runs` become public. */
export const insertAnswer = async (
  authorId: string,
  questionId: number,
  { body, submission }: AnswerForm,
  runs: readonly OwnRun[],
): Promise<Inserted | null> => {
  const added = await db().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO "Answer" ("questionId", "authorId", "body", "submission")
      SELECT "id", ${authorId}::uuid, ${body}, ${submission}::uuid FROM (
        SELECT "id" FROM "Question"
        WHERE "id" = ${questionId} AND "deletedAt" IS NULL AND "hiddenAt" IS NULL FOR NO KEY UPDATE
      ) AS shown
      ON CONFLICT ("authorId", "submission") DO NOTHING
      RETURNING "id"`;
    if (row) await keepRunCards(tx, authorId, runs);
    return row;
  });
  if (added) return { id: added.id, isFirst: true, isSame: true };
  const before = await db().answer.findUnique({
    where: { authorId_submission: { authorId, submission } },
    select: { id: true, questionId: true, body: true },
  });
  if (!before) return null;
  const isSame = before.body === body && before.questionId === questionId;
  return { id: before.id, isFirst: false, isSame };
};

/** Null: the question, or the answer that it is about, is not shown. */
export const insertComment = async (
  authorId: string,
  questionId: number,
  { answer, body, submission }: CommentForm,
): Promise<Inserted | null> => {
  const [added] = await db().$queryRaw<{ id: number }[]>`
    INSERT INTO "Comment" ("questionId", "answerId", "authorId", "body", "submission")
    SELECT q."id", a."id", ${authorId}::uuid, ${body}, ${submission}::uuid
    FROM "Question" q LEFT JOIN "Answer" a ON a."id" = ${answer}::int AND a."questionId" = q."id"
      AND a."deletedAt" IS NULL AND a."hiddenAt" IS NULL
    WHERE q."id" = ${questionId} AND q."deletedAt" IS NULL AND q."hiddenAt" IS NULL
      AND (a."id" IS NOT NULL OR ${answer}::int IS NULL)
    FOR NO KEY UPDATE OF q
    ON CONFLICT ("authorId", "submission") DO NOTHING
    RETURNING "id"`;
  if (added) return { id: added.id, isFirst: true, isSame: true };
  const before = await db().comment.findUnique({
    where: { authorId_submission: { authorId, submission } },
    select: { id: true, questionId: true, body: true },
  });
  if (!before) return null;
  return {
    id: before.id,
    isFirst: false,
    isSame: before.body === body && before.questionId === questionId,
  };
};

export type Kind = 'question' | 'answer';
type Refused = 'missing' | 'deleted';

const table = { question: Prisma.sql`"Question"`, answer: Prisma.sql`"Answer"` } as const;
const voteTable = { question: Prisma.sql`"QuestionVote"`, answer: Prisma.sql`"AnswerVote"` } as const;
const voteColumn = { question: Prisma.sql`"questionId"`, answer: Prisma.sql`"answerId"` } as const;
const isShown = Prisma.sql`"deletedAt" IS NULL AND "hiddenAt" IS NULL`;
/** An answer is shown when its question is, too. */
const isReachable = (kind: Kind) =>
  kind === 'question'
    ? Prisma.sql`(${isShown})`
    : Prisma.sql`(${isShown} AND EXISTS (SELECT 1 FROM "Question" q WHERE q."id" = post."questionId"
        AND q."deletedAt" IS NULL AND q."hiddenAt" IS NULL))`;

/**
 * Sets one person's vote. The post's row is locked first, so votes for it and its deletion come one after the other; the
 * count is kept by a trigger in the same transaction.
 */
export const setVoteRow = async (
  kind: Kind,
  userId: string,
  id: number,
  isUp: boolean,
): Promise<Refused | 'own' | { votes: number; isUp: boolean }> => {
  const column = voteColumn[kind];
  const change = isUp
    ? Prisma.sql`INSERT INTO ${voteTable[kind]} ("userId", ${column})
        SELECT ${userId}::uuid, post."id" FROM ${table[kind]} post
        WHERE post."id" = ${id} AND ${isReachable(kind)} AND "authorId" IS DISTINCT FROM ${userId}::uuid
        ON CONFLICT DO NOTHING`
    : Prisma.sql`DELETE FROM ${voteTable[kind]} WHERE "userId" = ${userId}::uuid AND ${column} = ${id}
        AND EXISTS (SELECT 1 FROM ${table[kind]} post WHERE post."id" = ${id} AND ${isReachable(kind)})`;
  const [, , rows] = await db().$transaction([
    db().$queryRaw`SELECT 1 FROM ${table[kind]} WHERE "id" = ${id} FOR NO KEY UPDATE`,
    db().$executeRaw(change),
    db().$queryRaw<{ votes: number; isUp: boolean; isOwn: boolean; isShown: boolean }[]>`
      SELECT "votes", COALESCE("authorId" = ${userId}::uuid, false) AS "isOwn", ${isReachable(kind)} AS "isShown",
        EXISTS (SELECT 1 FROM ${voteTable[kind]} v WHERE v."userId" = ${userId}::uuid AND v.${column} = post."id") AS "isUp"
      FROM ${table[kind]} post WHERE "id" = ${id}`,
  ]);
  const [post] = rows;
  if (!post) return 'missing';
  if (!post.isShown) return 'deleted';
  if (post.isOwn) return 'own';
  return { votes: post.votes, isUp: post.isUp };
};

/** Makes `answerId` the accepted one, or none. One statement, so the last of two that race stands, alone. */
export const acceptRow = async (
  askerId: string,
  questionId: number,
  answerId: number | null,
): Promise<Refused | 'not-asker' | 'done'> => {
  const done = await db().$executeRaw`
    UPDATE "Question" SET "acceptedAnswerId" = ${answerId}::int
    WHERE "id" = ${questionId} AND "authorId" = ${askerId}::uuid AND ${isShown}
      AND (${answerId}::int IS NULL OR EXISTS (
        SELECT 1 FROM "Answer" a WHERE a."id" = ${answerId}::int AND a."questionId" = "Question"."id"
          AND a."deletedAt" IS NULL AND a."hiddenAt" IS NULL))`;
  if (done === 1) return 'done';
  const question = await db().question.findUnique({ where: { id: questionId } });
  if (!question) return 'missing';
  if (question.deletedAt || question.hiddenAt) return 'deleted';
  if (question.authorId !== askerId) return 'not-asker';
  const answer = await db().answer.findFirst({ where: { id: answerId ?? 0, questionId } });
  return answer ? 'deleted' : 'missing';
};

/** Deletes or restores one's own post. A question with answers cannot be deleted. */
export const setDeletedRow = async (
  kind: Kind,
  authorId: string,
  id: number,
  isDeleted: boolean,
): Promise<'missing' | 'not-yours' | 'answered' | 'done'> => {
  const unanswered = kind === 'question' && isDeleted ? Prisma.sql`AND "answerCount" = 0` : Prisma.empty;
  const at = isDeleted ? Prisma.sql`COALESCE("deletedAt", now())` : Prisma.sql`NULL`;
  const done = await db().$executeRaw`
    UPDATE ${table[kind]} SET "deletedAt" = ${at} WHERE "id" = ${id} AND "authorId" = ${authorId}::uuid ${unanswered}`;
  if (done === 1) return 'done';
  const [post] = await db().$queryRaw<{ isOwn: boolean }[]>`
    SELECT COALESCE("authorId" = ${authorId}::uuid, false) AS "isOwn" FROM ${table[kind]} WHERE "id" = ${id}`;
  if (!post) return 'missing';
  return post.isOwn ? 'answered' : 'not-yours';
};

/** Deletes or restores a comment of one's own. */
export const setCommentDeletedRow = async (
  authorId: string,
  id: number,
  isDeleted: boolean,
): Promise<'missing' | 'not-yours' | 'done'> => {
  const { count } = await db().comment.updateMany({
    where: { id, authorId },
    data: { deletedAt: isDeleted ? new Date() : null },
  });
  if (count === 1) return 'done';
  return (await db().comment.count({ where: { id } })) === 0 ? 'missing' : 'not-yours';
};

/**
 * Replaces the words of one's own post if it still has the version that the editor saw, and keeps what it said before. The
 * same change arriving twice is one change. `runs` of the editor's become public.
 */
export const editRow = (
  kind: Kind,
  editorId: string,
  id: number,
  change: { title: string | null; body: string; version: number },
  runs: readonly OwnRun[],
): Promise<Refused | 'not-yours' | 'conflict' | { version: number }> =>
  db().$transaction(async (tx) => {
    const title = kind === 'question' ? Prisma.sql`"title"` : Prisma.sql`NULL::text AS "title"`;
    const [post] = await tx.$queryRaw<
      { title: string | null; body: string; version: number; isOwn: boolean; isShown: boolean }[]
    >`SELECT ${title}, "body", "version", COALESCE("authorId" = ${editorId}::uuid, false) AS "isOwn",
        (${isShown}) AS "isShown" FROM ${table[kind]} WHERE "id" = ${id} FOR NO KEY UPDATE`;
    if (!post) return 'missing';
    if (!post.isOwn) return 'not-yours';
    if (!post.isShown) return 'deleted';
    const isSame = post.title === change.title && post.body === change.body;
    if (isSame) return { version: post.version };
    if (post.version !== change.version) return 'conflict';
    const { version, body } = post;
    const of = kind === 'question' ? { questionId: id } : { answerId: id };
    await tx.revision.create({ data: { ...of, version, title: post.title, body, editorId } });
    const words = kind === 'question' ? Prisma.sql`"title" = ${change.title},` : Prisma.empty;
    await tx.$executeRaw`UPDATE ${table[kind]} SET ${words} "body" = ${change.body}, "version" = "version" + 1,
      "editedAt" = now() WHERE "id" = ${id}`;
    if (kind === 'question') await addWords(tx, `${change.title} ${change.body}`);
    await keepRunCards(tx, editorId, runs);
    return { version: version + 1 };
  });
