import 'server-only';
import { db } from './client';
import type { Prisma } from './generated/client';
import { deadlock, sqlStateOf } from './sql-state';

const mostAttempts = 5;

/**
 * Runs statements again when PostgreSQL ended them because they and others waited for each other in a circle: rows that a trigger
 * or a foreign key touches are locked in no order that we choose. Nothing of what was ended remains.
 */
export const againAfterDeadlock = async <Result>(
  run: () => Promise<Result>,
  attempts = mostAttempts,
): Promise<Result> => {
  try {
    return await run();
  } catch (error) {
    if (attempts <= 1 || sqlStateOf(error) !== deadlock) throw error;
    return againAfterDeadlock(run, attempts - 1);
  }
};

/** How long a transaction may take, and wait for a connection; five and two seconds unless told. */
type Bounds = { timeout?: number; maxWait?: number };

/** One transaction, begun anew after a deadlock: `work` does nothing but ask the database. */
export const inTransaction = <Result>(
  work: (tx: Prisma.TransactionClient) => Promise<Result>,
  bounds?: Bounds,
): Promise<Result> => againAfterDeadlock(() => db().$transaction(work, bounds));
