import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { ProviderId } from './provider';

type Key = { provider: ProviderId; subject: string };

const suspension = { suspendedAt: true, suspendedUntil: true, suspendedBecause: true } as const;

const isUniqueViolation = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';

/** Null when a row that must be alone is there already: somebody was faster. */
const orNull = async <Value>(work: Promise<Value>): Promise<Value | null> => {
  try {
    return await work;
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
};

/** The account that this one elsewhere signs in to. */
export const findOwner = async (key: Key) =>
  (
    await db().identity.findUnique({
      where: { provider_subject: key },
      select: { user: { select: { id: true, ...suspension } } },
    })
  )?.user ?? null;

export const findByEmail = (email: string) =>
  db().user.findUnique({ where: { email }, select: { id: true, emailVerifiedAt: true, ...suspension } });

/** False: it belongs to an account already, or the account has another one of the same provider. */
export const insertIdentity = async (key: Key, userId: string): Promise<boolean> =>
  (await orNull(db().identity.create({ data: { ...key, userId }, select: { subject: true } }))) !== null;

type NewAccount = { name: string; email: string | null };

const asData = ({ name, email }: NewAccount) => ({ name, email, emailVerifiedAt: email ? new Date() : null });

/** A new account with this one way in. Null: the identity or the address was taken meanwhile. */
export const insertAccountWith = async (key: Key, account: NewAccount): Promise<string | null> => {
  const data = { ...asData(account), identities: { create: key } };
  return (await orNull(db().user.create({ data, select: { id: true } })))?.id ?? null;
};

/** Turns a guest into an account in place; older sessions of the guest end. Null: somebody was faster. */
export const claimGuestWith = (key: Key, guestId: string, account: NewAccount): Promise<string | null> =>
  orNull(
    db().$transaction(async (tx) => {
      const data = { ...asData(account), isGuest: false };
      const { count } = await tx.user.updateMany({ where: { id: guestId, isGuest: true }, data });
      if (count === 0) return null;
      await tx.identity.create({ data: { ...key, userId: guestId } });
      await tx.session.deleteMany({ where: { userId: guestId } });
      await tx.mailLink.deleteMany({ where: { userId: guestId } });
      return guestId;
    }),
  );

/** An address that both sides name is confirmed by the provider. */
export const confirmEmail = async (userId: string, email: string) => {
  await db().user.updateMany({
    where: { id: userId, email, emailVerifiedAt: null },
    data: { emailVerifiedAt: new Date() },
  });
};

const waysIn = {
  name: true,
  email: true,
  emailVerifiedAt: true,
  passwordHash: true,
  identities: { select: { provider: true, linkedAt: true }, orderBy: { provider: 'asc' } },
} satisfies Prisma.UserSelect;
export type WaysInRow = Prisma.UserGetPayload<{ select: typeof waysIn }>;

export const findWaysInRow = (userId: string): Promise<WaysInRow> =>
  db().user.findUniqueOrThrow({ where: { id: userId }, select: waysIn });

/**
 * Unlinks what `mayLose` allows. The account's row is locked first: of two that unlink at once, the second sees what the first
 * left.
 */
export const deleteIdentity = (
  userId: string,
  provider: ProviderId,
  mayLose: (row: WaysInRow) => boolean,
): Promise<'unlinked' | 'absent' | 'last'> =>
  db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid FOR UPDATE`;
    const row = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: waysIn });
    if (!row.identities.some((identity) => identity.provider === provider)) return 'absent';
    if (!mayLose(row)) return 'last';
    await tx.identity.deleteMany({ where: { userId, provider } });
    return 'unlinked';
  });

/** Sets a first password; the account's other sessions and its links end. False: it has a password by now. */
export const insertPasswordHash = (
  userId: string,
  sessionId: string,
  passwordHash: string,
): Promise<boolean> =>
  db().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, passwordHash: null },
      data: { passwordHash },
    });
    if (count === 0) return false;
    await tx.session.deleteMany({ where: { userId, id: { not: sessionId } } });
    await tx.mailLink.deleteMany({ where: { userId } });
    return true;
  });
