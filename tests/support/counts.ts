import { db } from '@/lib/db/client';

/** Every count that is kept beside the rows it counts and does not equal them; none when all is well. */
export const wrongCounts = () => db().$queryRaw<unknown[]>`
  SELECT 'question' AS kind, q."id" FROM "Question" q WHERE
    q."votes" <> (SELECT count(*) FROM "QuestionVote" v WHERE v."questionId" = q."id") OR
    q."answerCount" <> (SELECT count(*) FROM "Answer" a WHERE a."questionId" = q."id"
      AND a."deletedAt" IS NULL AND a."hiddenAt" IS NULL)
  UNION ALL
  SELECT 'answer', a."id" FROM "Answer" a
    WHERE a."votes" <> (SELECT count(*) FROM "AnswerVote" v WHERE v."answerId" = a."id")`;
