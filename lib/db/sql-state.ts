const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

/** Prisma's own codes for what it recognised, in PostgreSQL's words. */
const ofPrisma: Record<string, string> = { P2002: '23505', P2003: '23503', P2034: '40P01' };

/** PostgreSQL's code (SQLSTATE) of what a query of Prisma threw; null for anything else. */
export const sqlStateOf = (error: unknown): string | null => {
  const original = at(at(at(at(error, 'meta'), 'driverAdapterError'), 'cause'), 'originalCode');
  return typeof original === 'string' ? original : (ofPrisma[String(at(error, 'code'))] ?? null);
};

/** A row that something refers to is not there (any more). */
export const missingReference = '23503';
/** Two transactions waited for each other, and this one gave way. */
export const deadlock = '40P01';
