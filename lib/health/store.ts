import 'server-only';
import { db } from '@/lib/db/client';

/** Fails when the database does not answer a query. */
export const askDatabase = async () => {
  await db().$queryRaw`SELECT 1`;
};
