import 'server-only';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/in-transaction';
import { Prisma } from '@/lib/db/generated/client';
import { missingReference, sqlStateOf } from '@/lib/db/sql-state';
import type { AnswerForm, AskForm, CommentForm } from './forms';
import { heldAfterEdit, heldOf } from './hold';
import { lockThread } from './lock/store';
import { keepRunCards, type OwnRun } from './runs/store';
import { addWords } from './search/store';

/** Milliseconds since the account was made; 0 when there is none. */
export const findAccountAge = async (userId: string): Promise<number> => {
  const user = await db().user.findUnique({ where: { id: userId }, select: { createdAt: true } });
  return user ? Date.now() - user.createdAt.getTime() : 0;
};

/** For a statement that refers to what went for good while it waited, with the account that wrote it: nothing was found. */
const gone =
  <Nothing>(nothing: Nothing) =>
  (error: unknown): Nothing => {
    if (sqlStateOf(error) === missingReference) return nothing;
    throw error;
  };

/**
 * `isFirst` is false when the same form was stored before; then `isSame` tells whether it held the same words. `held`: why it
 * waits for a moderator.
 */
type Inserted = { id: number; isFirst: boolean; isSame: boolean; held: string | null };

const hidden = Prisma.sql`"hiddenAt", "hiddenBecause", "hiddenWords"`;
/** Values of `hidden`: a post that waits for a moderator because of `held`, or one that is shown. */
const asHeld = (held: string | null) =>
  held === null ? Prisma.sql`NULL, NULL, NULL` : Prisma.sql`now(), 'held'::"HiddenBecause", ${held}`;
const inserted = { id: true, body: true, hiddenBecause: true, hiddenWords: true } as const;

export const isShown = Prisma.sql`"deletedAt" IS NULL AND "hiddenAt" IS NULL`;
/** A question that takes answers, comments, edits and acceptances. */
const isOpen = Prisma.sql`${isShown} AND "lockedAt" IS NULL`;

/** Why a question that is not open takes nothing: locked, or (null) not shown, or what it was about is not. */
const closedBecause = async (tx: Prisma.TransactionClient, id: number) => {
  const shown = { id, deletedAt: null, hiddenAt: null, lockedAt: { not: null } };
  return (await tx.question.count({ where: shown })) === 1 ? 'locked' : null;
};

/** `askedOn`: digest of the lesson's text that the asker saw. `runs` become public. */
export const insertQuestion = (
  authorId: string,
  form: AskForm,
  { askedOn, held, runs }: { askedOn: string | null; held: string | null; runs: readonly OwnRun[] },
): Promise<Inserted> =>
  inTransaction(async (tx) => {
    const { course, lesson, heading, passage, run, title, body, submission } = form;
    const [added] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO "Question" ("course", "lesson", "heading", "passage", "passageCheckedFor", "labRunId", "authorId", "title",
        "body", "submission", ${hidden})
      VALUES (${course}, ${lesson}, ${heading}, ${passage}, ${askedOn}, ${run}::uuid, ${authorId}::uuid, ${title},
        ${body}, ${submission}::uuid, ${asHeld(held)})
      ON CONFLICT ("authorId", "submission") DO NOTHING
      RETURNING "id"`;
    if (added) {
      await addWords(tx, `${title} ${body}`);
      await keepRunCards(tx, authorId, runs);
      return { id: added.id, isFirst: true, isSame: true, held };
    }
    const before = await tx.question.findUniqueOrThrow({
      where: { authorId_submission: { authorId, submission } },
      select: { ...inserted, title: true },
    });
    const isSame = before.title === title && before.body === body;
    return { id: before.id, isFirst: false, isSame, held: heldOf(before) };
  });

/** `held`: why it waits for a moderator. `runs` become public. */
type Posting = { held: string | null; runs: readonly OwnRun[] };

/** Null: the question is not shown. The question is locked first: what arrives as it is closed comes before that or is refused. */
export const insertAnswer = (
  authorId: string,
  questionId: number,
  { body, submission }: AnswerForm,
  { held, runs }: Posting,
): Promise<Inserted | 'locked' | null> =>
  inTransaction(async (tx) => {
    await lockThread(tx, 'question', questionId);
    const [added] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO "Answer" ("questionId", "authorId", "body", "submission", ${hidden})
      SELECT "id", ${authorId}::uuid, ${body}, ${submission}::uuid, ${asHeld(held)} FROM "Question"
      WHERE "id" = ${questionId} AND ${isOpen}
      ON CONFLICT ("authorId", "submission") DO NOTHING
      RETURNING "id"`;
    if (added) {
      await keepRunCards(tx, authorId, runs);
      return { id: added.id, isFirst: true, isSame: true, held };
    }
    const before = await tx.answer.findUnique({
      where: { authorId_submission: { authorId, submission } },
      select: { ...inserted, questionId: true },
    });
    if (!before) return closedBecause(tx, questionId);
    const isSame = before.body === body && before.questionId === questionId;
    return { id: before.id, isFirst: false, isSame, held: heldOf(before) };
  }).catch(gone(null));

/** Null: the question, or the answer that it is about, is not shown. */
export const insertComment = (
  authorId: string,
  questionId: number,
  { answer, body, submission }: CommentForm,
  held: string | null,
): Promise<Inserted | 'locked' | null> =>
  inTransaction(async (tx) => {
    await lockThread(tx, 'question', questionId);
    const [added] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO "Comment" ("questionId", "answerId", "authorId", "body", "submission", ${hidden})
      SELECT q."id", a."id", ${authorId}::uuid, ${body}, ${submission}::uuid, ${asHeld(held)}
      FROM (SELECT "id" FROM "Question" WHERE "id" = ${questionId} AND ${isOpen}) q
        LEFT JOIN "Answer" a ON a."id" = ${answer}::int AND a."questionId" = q."id"
        AND a."deletedAt" IS NULL AND a."hiddenAt" IS NULL
      WHERE a."id" IS NOT NULL OR ${answer}::int IS NULL
      ON CONFLICT ("authorId", "submission") DO NOTHING
      RETURNING "id"`;
    if (added) return { id: added.id, isFirst: true, isSame: true, held };
    const before = await tx.comment.findUnique({
      where: { authorId_submission: { authorId, submission } },
      select: { ...inserted, questionId: true },
    });
    if (!before) return closedBecause(tx, questionId);
    const isSame = before.body === body && before.questionId === questionId;
    return { id: before.id, isFirst: false, isSame, held: heldOf(before) };
  }).catch(gone(null));

export type Kind = 'question' | 'answer';
export type Refused = 'missing' | 'deleted';

export const table = { question: Prisma.sql`"Question"`, answer: Prisma.sql`"Answer"` } as const;
/** Makes `answerId` the accepted one, or none. The question is locked first: the last of two that race stands, alone. */
export const acceptRow = (
  askerId: string,
  questionId: number,
  answerId: number | null,
): Promise<Refused | 'not-asker' | 'locked' | 'done'> =>
  inTransaction(async (tx) => {
    await lockThread(tx, 'question', questionId);
    const done = await tx.$executeRaw`
      UPDATE "Question" SET "acceptedAnswerId" = ${answerId}::int
      WHERE "id" = ${questionId} AND "authorId" = ${askerId}::uuid AND ${isOpen}
        AND (${answerId}::int IS NULL OR EXISTS (
          SELECT 1 FROM "Answer" a WHERE a."id" = ${answerId}::int AND a."questionId" = "Question"."id"
            AND a."deletedAt" IS NULL AND a."hiddenAt" IS NULL))`;
    if (done === 1) return 'done';
    const question = await tx.question.findUnique({ where: { id: questionId } });
    if (!question) return 'missing';
    if (question.deletedAt || question.hiddenAt) return 'deleted';
    if (question.authorId !== askerId) return 'not-asker';
    if (question.lockedAt) return 'locked';
    const answer = await tx.answer.findFirst({ where: { id: answerId ?? 0, questionId } });
    return answer ? 'deleted' : 'missing';
  }).catch(gone('missing' as const));

/** Deletes or restores one's own post. A question with answers cannot be deleted, nor one that another was merged into. */
export const setDeletedRow = (
  kind: Kind,
  authorId: string,
  id: number,
  isDeleted: boolean,
): Promise<'missing' | 'not-yours' | 'answered' | 'done'> =>
  inTransaction(async (tx) => {
    await lockThread(tx, kind, id);
    const unanswered =
      kind === 'question' && isDeleted
        ? Prisma.sql`AND "answerCount" = 0 AND NOT EXISTS (SELECT 1 FROM "Question" m WHERE m."mergedIntoId" = ${id})`
        : Prisma.empty;
    const at = isDeleted ? Prisma.sql`COALESCE("deletedAt", now())` : Prisma.sql`NULL`;
    const done = await tx.$executeRaw`
      UPDATE ${table[kind]} SET "deletedAt" = ${at} WHERE "id" = ${id} AND "authorId" = ${authorId}::uuid ${unanswered}`;
    if (done === 1) return 'done';
    const [post] = await tx.$queryRaw<{ isOwn: boolean }[]>`
      SELECT COALESCE("authorId" = ${authorId}::uuid, false) AS "isOwn" FROM ${table[kind]} WHERE "id" = ${id}`;
    if (!post) return 'missing';
    return post.isOwn ? 'answered' : 'not-yours';
  });

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
 * same change arriving twice is one change. A post that a moderator hid waits for a moderator once it is changed, one that
 * waits goes on waiting, and one that is shown waits from now on when there is a reason (`held`). `runs` of the
 * editor's become public.
 */
export const editRow = (
  kind: Kind,
  editorId: string,
  id: number,
  change: { title: string | null; body: string; version: number },
  { held, runs }: Posting,
): Promise<Refused | 'not-yours' | 'conflict' | 'locked' | { version: number; held: string | null }> =>
  inTransaction(async (tx) => {
    await lockThread(tx, kind, id);
    const [title, thread] =
      kind === 'question'
        ? [Prisma.sql`post."title"`, Prisma.sql`post."id"`]
        : [Prisma.sql`NULL::text AS "title"`, Prisma.sql`post."questionId"`];
    const [post] = await tx.$queryRaw<Edited[]>`
      SELECT ${title}, post."body", post."version", COALESCE(post."authorId" = ${editorId}::uuid, false) AS "isOwn",
        post."deletedAt" IS NOT NULL AS "isDeleted", post."hiddenBecause"::text, post."hiddenWords",
        thread."lockedAt" IS NOT NULL AS "isLocked"
      FROM ${table[kind]} post JOIN "Question" thread ON thread."id" = ${thread}
      WHERE post."id" = ${id} FOR NO KEY UPDATE OF post`;
    if (!post) return 'missing';
    if (!post.isOwn) return 'not-yours';
    if (post.isDeleted || post.hiddenBecause === 'merged') return 'deleted';
    const isSame = post.title === change.title && post.body === change.body;
    if (isSame) return { version: post.version, held: heldOf(post) };
    if (post.isLocked) return 'locked';
    if (post.version !== change.version) return 'conflict';
    const { version, body } = post;
    const of = kind === 'question' ? { questionId: id } : { answerId: id };
    await tx.revision.create({ data: { ...of, version, title: post.title, body, editorId } });
    const words = kind === 'question' ? Prisma.sql`"title" = ${change.title},` : Prisma.empty;
    const because = heldAfterEdit(post, held);
    // What waits already keeps its place in the queue.
    const holding =
      because === null
        ? Prisma.empty
        : Prisma.sql`, "hiddenAt" = CASE "hiddenBecause" WHEN 'held' THEN "hiddenAt" ELSE now() END,
            "hiddenBecause" = 'held', "hiddenWords" = ${because}`;
    await tx.$executeRaw`UPDATE ${table[kind]} SET ${words} "body" = ${change.body}, "version" = "version" + 1,
      "editedAt" = now() ${holding} WHERE "id" = ${id}`;
    if (kind === 'question') await addWords(tx, `${change.title} ${change.body}`);
    await keepRunCards(tx, editorId, runs);
    return { version: version + 1, held: because };
  });

type Edited = {
  title: string | null;
  body: string;
  version: number;
  isOwn: boolean;
  isDeleted: boolean;
  hiddenBecause: string | null;
  hiddenWords: string | null;
  isLocked: boolean;
};
