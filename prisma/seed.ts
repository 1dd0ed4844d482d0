import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/lib/db/generated/client';

/**
 * What every copy of the site needs in its database before the first visitor, and what a restart may tidy. Courses and
 * scenarios are files, and no account has a password that was not chosen by a person, so today this only removes rate-limit
 * windows that ended. Idempotent.
 */
export const seed = async (databaseUrl: string): Promise<void> => {
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl }) });
  try {
    await client.rateLimitWindow.deleteMany({ where: { resetsAt: { lt: new Date() } } });
  } finally {
    await client.$disconnect();
  }
};
