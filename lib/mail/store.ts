import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { Mail, unsubscribeHeader } from './mail';

/** A mail that this process may hand over until its lease ends; `attempts` counts this one. */
export type TakenMail = Mail & { id: number; attempts: number; createdAt: Date };

/** Where mails are left: the database, or a transaction of it. */
export type MailRows = Pick<Prisma.TransactionClient, 'outgoingMail'>;

export const insertMail = async (mail: Mail, rows: MailRows = db()): Promise<void> => {
  await rows.outgoingMail.create({ data: mail, select: { id: true } });
};

const isBulk = Prisma.sql`("headers" ? ${Prisma.raw(`'${unsubscribeHeader}'`)})`;

/**
 * Takes the next mail that is due, for `leaseSeconds`: nobody else takes it before, and when this process dies it is due
 * again after. Null: none is due.
 */
export const takeMail = async (leaseSeconds: number): Promise<TakenMail | null> => {
  const [row] = await db().$queryRaw<(Omit<TakenMail, 'headers'> & { headers: unknown })[]>`
    UPDATE "OutgoingMail" SET "attempts" = "attempts" + 1,
      "sendAfter" = now() + make_interval(secs => ${leaseSeconds}::int)
    WHERE "id" = (
      SELECT "id" FROM "OutgoingMail" WHERE "failedAt" IS NULL AND "sendAfter" <= now()
      ORDER BY ${isBulk}, "sendAfter" LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING "id", "to", "subject", "text", "html", "headers", "attempts", "createdAt"`;
  if (!row) return null;
  const { id, attempts, createdAt, ...mail } = row;
  return { ...Mail.parse(mail), id, attempts, createdAt };
};

/** The server has it. */
export const deleteMail = async (id: number) => {
  await db().outgoingMail.deleteMany({ where: { id } });
};

/** Nothing happens when another process took the mail since: then that one says what becomes of it. */
export const postponeMail = async ({ id, attempts }: TakenMail, seconds: number, lastError: string) => {
  await db().$executeRaw`
    UPDATE "OutgoingMail" SET "lastError" = ${lastError},
      "sendAfter" = now() + make_interval(secs => ${seconds}::int)
    WHERE "id" = ${id} AND "attempts" = ${attempts} AND "failedAt" IS NULL`;
};

/** Gives up. Its words go, for they may hold a link that still works; who, what about and why stay for the operator. */
export const giveUpMail = async ({ id, attempts }: TakenMail, lastError: string) => {
  await db().outgoingMail.updateMany({
    where: { id, attempts, failedAt: null },
    data: { failedAt: new Date(), lastError, text: '', html: '', headers: {} },
  });
};

export const countWaiting = () => db().outgoingMail.count({ where: { failedAt: null } });

export const deleteFailedBefore = async (time: Date) => {
  await db().outgoingMail.deleteMany({ where: { failedAt: { lt: time } } });
};
