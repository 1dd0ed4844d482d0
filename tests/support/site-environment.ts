import { randomBytes } from 'node:crypto';
import { createTestDatabase } from './postgres';

/**
 * Gives the site's code in this test process a database and settings of its own. Call it before the code under test
 * is imported for the first time.
 */
export const prepareSite = async () => {
  const database = await createTestDatabase();
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
