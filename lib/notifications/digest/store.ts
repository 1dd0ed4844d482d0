import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { MailRows } from '@/lib/mail/queue-mail';
import type { DigestForm } from '../forms';
import type { Notification } from '../notification';
import { isTold, notificationOf, rowsOf, type Row } from '../store';

export type Recipient = { id: string; email: string; name: string; digest: 'daily' | 'weekly' };

/** Most that one mail takes along; the rest goes with the next. */
export const mostInOneMail = 500;

/** What waits: not read, not mailed yet, and not so old that nobody would want it any more. */
const isWaiting = Prisma.sql`n."readAt" IS NULL AND n."mailedAt" IS NULL
  AND n."createdAt" > now() - interval '30 days' AND ${isTold}`;

/**
 * Who is to get a digest: it was chosen, the address is proven, the account is not suspended, the last digest is a day or a week
 * ago, and something has waited for an hour, in which it might have been read on the site, or become one mail with more.
 */
const isDue = Prisma.sql`u."digest" <> 'off' AND u."email" IS NOT NULL AND u."emailVerifiedAt" IS NOT NULL
  AND (u."suspendedAt" IS NULL OR u."suspendedUntil" <= now())
  AND (u."digestSentAt" IS NULL
    OR u."digestSentAt" <= now() - CASE u."digest" WHEN 'daily' THEN interval '1 day' ELSE interval '7 days' END)
  AND EXISTS (SELECT 1 FROM "Notification" n WHERE n."userId" = u."id" AND n."createdAt" <= now() - interval '1 hour' AND ${isWaiting})`;

/**
 * Takes the next people who are due, lets `send` leave a mail in the same transaction, and marks what was told. Whoever another
 * process has taken is left out; a crash undoes mail and marks together.
 * @returns the last person's id, for the next batch; null: nobody is due any more
 */
export const sendBatch = (
  after: string | null,
  size: number,
  send: (person: Recipient, told: Notification[], within: MailRows) => Promise<void>,
): Promise<string | null> =>
  db().$transaction(
    async (tx) => {
      const people = await tx.$queryRaw<Recipient[]>`
        SELECT u."id", u."email", u."name", u."digest" FROM "User" u
        WHERE u."id" > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid AND ${isDue}
        ORDER BY u."id" LIMIT ${size} FOR NO KEY UPDATE OF u SKIP LOCKED`;
      for (const person of people) {
        // What is being marked as read at this moment is left out, rather than waited for.
        const chosen = Prisma.sql`SELECT n."id" FROM "Notification" n
          WHERE n."userId" = ${person.id}::uuid AND ${isWaiting}
          ORDER BY n."id" DESC LIMIT ${mostInOneMail} FOR NO KEY UPDATE SKIP LOCKED`;
        const rows = await tx.$queryRaw<Row[]>(rowsOf(chosen));
        if (rows.length === 0) continue;
        await send(person, rows.map(notificationOf), tx);
        const ids = rows.map(({ id }) => id);
        await tx.$executeRaw`UPDATE "Notification" SET "mailedAt" = now() WHERE "id" = ANY(${ids}::int[])`;
        await tx.$executeRaw`UPDATE "User" SET "digestSentAt" = now() WHERE "id" = ${person.id}::uuid`;
      }
      return people.at(-1)?.id ?? null;
    },
    { timeout: 60_000, maxWait: 10_000 },
  );

export const setDigestRow = async (userId: string, digest: DigestForm['digest']) => {
  await db().user.updateMany({ where: { id: userId }, data: { digest } });
};

export const findDigestRow = (userId: string) =>
  db().user.findUnique({
    where: { id: userId },
    select: { digest: true, email: true, emailVerifiedAt: true },
  });
