import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { siteEnv } from '@/lib/config/env';
import { PrismaClient } from '@/lib/db/generated/client';

const create = () =>
  new PrismaClient({
    adapter: new PrismaPg({
      connectionString: siteEnv().DATABASE_URL,
      max: 10,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 30_000,
    }),
    // A crowd on one thread waits in a queue; it is not turned away after Prisma's two seconds.
    transactionOptions: { maxWait: 10_000, timeout: 10_000 },
  });

/** Hot reload evaluates modules anew; the pool must outlive that. */
const holder: typeof globalThis & { masteryDatabase?: PrismaClient } = globalThis;

/** The database client. Only `store.ts` files of features, the seed and tests may import it. */
export const db = (): PrismaClient => (holder.masteryDatabase ??= create());
