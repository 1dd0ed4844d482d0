import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { Viewer } from './viewer';

const viewerFields = { id: true, name: true, isGuest: true, email: true, role: true } as const;

const isUniqueViolation = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';

export const findSessionUser = async (
  id: string,
): Promise<{ viewer: Viewer; sessionVersion: number } | null> => {
  const user = await db().user.findUnique({
    where: { id },
    select: { ...viewerFields, sessionVersion: true },
  });
  if (!user) return null;
  const { sessionVersion, ...viewer } = user;
  return { viewer, sessionVersion };
};

export const findCredentials = (email: string) =>
  db().user.findUnique({
    where: { email },
    select: { id: true, name: true, passwordHash: true, sessionVersion: true },
  });

export const findPasswordHash = async (id: string) =>
  (await db().user.findUnique({ where: { id }, select: { passwordHash: true } }))?.passwordHash ?? null;

export const insertGuest = (name: string) =>
  db().user.create({
    data: { name, isGuest: true },
    select: { id: true, name: true, sessionVersion: true },
  });

type NewAccount = { email: string; name: string; passwordHash: string };

/** The new user's id, or null when the address is taken (also under a race). */
export const insertAccount = async (account: NewAccount): Promise<string | null> => {
  try {
    return (await db().user.create({ data: account, select: { id: true } })).id;
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
};

/** Turns a guest into an account in place. `taken`: the address has an account; `not-a-guest`: someone was faster. */
export const claimGuestRow = async (
  id: string,
  account: NewAccount,
): Promise<'claimed' | 'taken' | 'not-a-guest'> => {
  try {
    const { count } = await db().user.updateMany({
      where: { id, isGuest: true },
      data: { ...account, isGuest: false, sessionVersion: { increment: 1 } },
    });
    return count === 1 ? 'claimed' : 'not-a-guest';
  } catch (error) {
    if (isUniqueViolation(error)) return 'taken';
    throw error;
  }
};

export const raiseSessionVersion = async (id: string) => {
  await db().user.updateMany({ where: { id }, data: { sessionVersion: { increment: 1 } } });
};

export const replacePasswordHash = async (id: string, passwordHash: string) => {
  await db().user.update({ where: { id }, data: { passwordHash, sessionVersion: { increment: 1 } } });
};
