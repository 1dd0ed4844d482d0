import 'server-only';
import { db } from '@/lib/db/client';

/** Counts one use in the current window of `key`, atomically, and says how many there were and when the window ends. */
export const countUse = async (key: string, windowSeconds: number) => {
  const rows = await db().$queryRaw<{ count: number; resets_in: number }[]>`
    INSERT INTO "RateLimitWindow" AS w ("key", "count", "resetsAt")
    VALUES (${key}, 1, now() + make_interval(secs => ${windowSeconds}::int))
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN w."resetsAt" <= now() THEN 1 ELSE w."count" + 1 END,
      "resetsAt" = CASE WHEN w."resetsAt" <= now() THEN EXCLUDED."resetsAt" ELSE w."resetsAt" END
    RETURNING "count", ceil(extract(epoch FROM "resetsAt" - now()))::int AS resets_in`;
  const [row] = rows;
  if (!row) throw new Error('The rate limit returned no row.');
  return { uses: row.count, resetsInSeconds: row.resets_in };
};

export const forgetKey = async (key: string) => {
  await db().rateLimitWindow.deleteMany({ where: { key } });
};

/** Removes windows that ended more than an hour ago. */
export const sweepWindows = async () => {
  await db().$executeRaw`DELETE FROM "RateLimitWindow" WHERE "resetsAt" < now() - interval '1 hour'`;
};
