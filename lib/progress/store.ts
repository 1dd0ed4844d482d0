import 'server-only';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { mostEntries, noProgress, type Progress } from './progress';

const split = (key: string) => {
  const [course = '', lesson = '', item = ''] = key.split('/');
  return { course, lesson, item };
};

/** Columns of entries, in the order of their keys, so that statements of two tabs lock rows in one order. */
const columnsOf = <Entry>(entries: Record<string, Entry>) => {
  const rows = Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
  const keys = rows.map(([key]) => split(key));
  return {
    courses: keys.map((key) => key.course),
    lessons: keys.map((key) => key.lesson),
    items: keys.map((key) => key.item),
    values: rows.map(([, entry]) => entry),
  };
};

class TooManyRows extends Error {}

/**
 * Merges `given` into what is stored, by the rules of `mergeProgress`, in one transaction. Times of a clock that is ahead
 * become now. False, and nothing changed, when the account would then hold more than it may.
 */
export async function mergeRows(userId: string, given: Progress): Promise<boolean> {
  try {
    await db().$transaction(async (tx) => {
      // One merge of an account at a time: what is counted below stays true until the end.
      await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid FOR NO KEY UPDATE`;
      await mergeRead(tx, userId, given.read);
      await mergePlaces(tx, userId, given.places);
      await mergeChecks(tx, userId, given.checks);
      await mergeAnswers(tx, userId, given.answers);
      const checks = await tx.checkAnswer.count({ where: { userId } });
      const answers = await tx.ratedAnswer.count({ where: { userId } });
      if (checks > mostEntries.checks || answers > mostEntries.answers) throw new TooManyRows();
    });
    return true;
  } catch (error) {
    if (error instanceof TooManyRows) return false;
    throw error;
  }
}

type Transaction = Prisma.TransactionClient;

const mergeRead = (tx: Transaction, userId: string, read: Progress['read']) => {
  const { courses, lessons, values } = columnsOf(read);
  if (values.length === 0) return 0;
  return tx.$executeRaw`
    INSERT INTO "LessonProgress" AS mine ("userId", "course", "lesson", "readAt")
    SELECT ${userId}::uuid, course, lesson, least(at, now())
    FROM unnest(${courses}::text[], ${lessons}::text[], ${values}::timestamptz[]) AS given (course, lesson, at)
    ON CONFLICT ("userId", "course", "lesson") DO UPDATE SET "readAt" = least(mine."readAt", EXCLUDED."readAt")`;
};

const mergePlaces = (tx: Transaction, userId: string, places: Progress['places']) => {
  const { courses, lessons, values } = columnsOf(places);
  if (values.length === 0) return 0;
  const headings = values.map((place) => place.heading);
  const times = values.map((place) => place.at);
  return tx.$executeRaw`
    INSERT INTO "ReadingPlace" AS mine ("userId", "course", "lesson", "heading", "leftAt")
    SELECT ${userId}::uuid, course, lesson, heading, least(at, now())
    FROM unnest(${courses}::text[], ${lessons}::text[], ${headings}::text[], ${times}::timestamptz[])
      AS given (course, lesson, heading, at)
    ON CONFLICT ("userId", "course", "lesson")
    DO UPDATE SET "heading" = EXCLUDED."heading", "leftAt" = EXCLUDED."leftAt" WHERE EXCLUDED."leftAt" > mine."leftAt"`;
};

const mergeChecks = (tx: Transaction, userId: string, checks: Progress['checks']) => {
  const { courses, lessons, items, values } = columnsOf(checks);
  if (values.length === 0) return 0;
  const rights = values.map((check) => check.right);
  const times = values.map((check) => check.at);
  return tx.$executeRaw`
    INSERT INTO "CheckAnswer" AS mine ("userId", "course", "lesson", "check", "isRight", "answeredAt")
    SELECT ${userId}::uuid, course, lesson, item, is_right, least(at, now())
    FROM unnest(${courses}::text[], ${lessons}::text[], ${items}::text[], ${rights}::boolean[], ${times}::timestamptz[])
      AS given (course, lesson, item, is_right, at)
    ON CONFLICT ("userId", "course", "lesson", "check") DO UPDATE SET
      "isRight" = mine."isRight" OR EXCLUDED."isRight",
      "answeredAt" = greatest(mine."answeredAt", EXCLUDED."answeredAt")`;
};

const mergeAnswers = (tx: Transaction, userId: string, answers: Progress['answers']) => {
  const { courses, lessons, items, values } = columnsOf(answers);
  if (values.length === 0) return 0;
  const ratings = values.map((answer) => answer.rating);
  const times = values.map((answer) => answer.at);
  return tx.$executeRaw`
    INSERT INTO "RatedAnswer" AS mine ("userId", "course", "lesson", "question", "rating", "ratedAt")
    SELECT ${userId}::uuid, course, lesson, item, rating::"AnswerRating", least(at, now())
    FROM unnest(${courses}::text[], ${lessons}::text[], ${items}::text[], ${ratings}::text[], ${times}::timestamptz[])
      AS given (course, lesson, item, rating, at)
    ON CONFLICT ("userId", "course", "lesson", "question")
    DO UPDATE SET "rating" = EXCLUDED."rating", "ratedAt" = EXCLUDED."ratedAt" WHERE EXCLUDED."ratedAt" > mine."ratedAt"`;
};

/** Everything that is stored of a learner's progress. */
export async function findRows(userId: string): Promise<Progress> {
  const mine = { where: { userId } };
  const [read, places, checks, answers] = await Promise.all([
    db().lessonProgress.findMany(mine),
    db().readingPlace.findMany(mine),
    db().checkAnswer.findMany(mine),
    db().ratedAnswer.findMany(mine),
  ]);
  const progress = noProgress();
  for (const row of read) progress.read[`${row.course}/${row.lesson}`] = row.readAt.toISOString();
  for (const { course, lesson, heading, leftAt } of places)
    progress.places[`${course}/${lesson}`] = { heading, at: leftAt.toISOString() };
  for (const { course, lesson, check, isRight, answeredAt } of checks)
    progress.checks[`${course}/${lesson}/${check}`] = { right: isRight, at: answeredAt.toISOString() };
  for (const { course, lesson, question, rating, ratedAt } of answers)
    progress.answers[`${course}/${lesson}/${question}`] = { rating, at: ratedAt.toISOString() };
  return progress;
}

export async function removeRead(userId: string, course: string, lesson: string): Promise<void> {
  await db().lessonProgress.deleteMany({ where: { userId, course, lesson } });
}
