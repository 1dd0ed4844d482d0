import 'server-only';
import { db } from '@/lib/db/client';

/** Deletes up to `most` from before that moment. What another process deletes just now is left to it. */
export const deleteRowsBefore = (before: Date, most: number): Promise<number> => db().$executeRaw`
  DELETE FROM "Notification" WHERE "id" IN (
    SELECT "id" FROM "Notification" WHERE "createdAt" < ${before} LIMIT ${most} FOR UPDATE SKIP LOCKED)`;
