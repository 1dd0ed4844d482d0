import { db } from '@/lib/db/client';

/** Resolves when so many statements of this database wait for a lock. */
export const untilBlocked = async (count: number) => {
  for (let blocked = 0; blocked < count;) {
    const [row] = await db().$queryRaw<{ blocked: number }[]>`
      SELECT count(*)::int AS "blocked" FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    blocked = row?.blocked ?? 0;
  }
};
