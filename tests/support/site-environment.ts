import { randomBytes } from 'node:crypto';
import { createTestDatabase } from './postgres';

/**
 * Gives the site's code in this test process settings and a database of its own, or the one of `databaseUrl`, which stays. Call
 * it before the code under test is imported for the first time.
 */
export const prepareSite = async (databaseUrl?: string) => {
  const database = databaseUrl
    ? { url: databaseUrl, drop: async () => undefined }
    : await createTestDatabase();
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    NEXTAUTH_URL: 'http://localhost:3000',
    NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
    LOG_LEVEL: 'silent',
  });
  const { db } = await import('@/lib/db/client');
  return {
    database,
    async close() {
      await db().$disconnect();
      await database.drop();
    },
  };
};
