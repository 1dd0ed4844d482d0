import 'server-only';
import { db } from '@/lib/db/client';

export type PostKey = { kind: 'question' | 'answer'; id: number };

const mostEarlier = 30;

/** How old an account is, how many of its posts are shown (counted up to `most`), and what it posted last. */
export const findPastPosts = async (userId: string, most: number, without: PostKey | null) => {
  const [question, answer] = [
    without?.kind === 'question' ? without.id : 0,
    without?.kind === 'answer' ? without.id : 0,
  ];
  const [[person], earlier] = await Promise.all([
    db().$queryRaw<{ createdAt: Date; shownPosts: number }[]>`
      SELECT u."createdAt", (SELECT count(*)::int FROM (
          (SELECT 1 FROM "Question" WHERE "authorId" = u."id" AND "deletedAt" IS NULL AND "hiddenAt" IS NULL
            AND "id" <> ${question} LIMIT ${most})
          UNION ALL (SELECT 1 FROM "Answer" WHERE "authorId" = u."id" AND "deletedAt" IS NULL AND "hiddenAt" IS NULL
            AND "id" <> ${answer} LIMIT ${most})
          UNION ALL (SELECT 1 FROM "Comment" WHERE "authorId" = u."id" AND "deletedAt" IS NULL AND "hiddenAt" IS NULL
            LIMIT ${most})) shown) AS "shownPosts"
      FROM "User" u WHERE u."id" = ${userId}::uuid`,
    db().$queryRaw<{ text: string }[]>`
      (SELECT "title" || E'\n\n' || "body" AS "text" FROM "Question" WHERE "authorId" = ${userId}::uuid AND "deletedAt" IS NULL
        AND "id" <> ${question} ORDER BY "id" DESC LIMIT ${mostEarlier})
      UNION ALL (SELECT "body" FROM "Answer" WHERE "authorId" = ${userId}::uuid AND "deletedAt" IS NULL
        AND "id" <> ${answer} ORDER BY "id" DESC LIMIT ${mostEarlier})
      UNION ALL (SELECT "body" FROM "Comment" WHERE "authorId" = ${userId}::uuid AND "deletedAt" IS NULL
        ORDER BY "id" DESC LIMIT ${mostEarlier})`,
  ]);
  return {
    ageMs: person ? Date.now() - person.createdAt.getTime() : 0,
    shownPosts: person?.shownPosts ?? 0,
    earlier: earlier.map(({ text }) => text),
  };
};
