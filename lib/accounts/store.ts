import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { sessionMaxAgeSeconds } from './session-cookie';
import { isSuspended } from './suspension';
import type { Viewer } from './viewer';

const viewerFields = { id: true, name: true, isGuest: true, email: true, role: true } as const;

const isUniqueViolation = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';

/** How old `lastSeenAt` may become before it is written again. */
const seenEveryMs = 60 * 60 * 1000;

/** Whose session this is. Null: there is no such session, it is another's, or its user is suspended. */
export const findSessionViewer = async (sessionId: string, userId: string): Promise<Viewer | null> => {
  const session = await db().session.findUnique({
    where: { id: sessionId, userId },
    select: {
      lastSeenAt: true,
      user: { select: { ...viewerFields, suspendedAt: true, suspendedUntil: true } },
    },
  });
  if (!session) return null;
  const { suspendedAt, suspendedUntil, ...viewer } = session.user;
  if (isSuspended({ suspendedAt, suspendedUntil })) return null;
  if (Date.now() - session.lastSeenAt.getTime() > seenEveryMs) {
    await db().session.updateMany({ where: { id: sessionId }, data: { lastSeenAt: new Date() } });
  }
  return { ...viewer, sessionId };
};

/** No cookie is older than this. */
const oldestCookie = () => new Date(Date.now() - sessionMaxAgeSeconds * 1000);

/** Begins a session; those of the user whose cookies have run out go. */
export const insertSession = async (userId: string, client: string): Promise<string> => {
  const [, { id }] = await db().$transaction([
    db().session.deleteMany({ where: { userId, createdAt: { lt: oldestCookie() } } }),
    db().session.create({ data: { userId, client }, select: { id: true } }),
  ]);
  return id;
};

export type SessionRow = { id: string; client: string; createdAt: Date; lastSeenAt: Date };

/** A user's sessions whose cookies have not run out: `first`, then the last seen. */
export const listSessionRows = (userId: string, first: string, limit: number) => db().$queryRaw<SessionRow[]>`
  SELECT "id", "client", "createdAt", "lastSeenAt" FROM "Session"
  WHERE "userId" = ${userId}::uuid AND "createdAt" >= ${oldestCookie()}
  ORDER BY "id" = ${first}::uuid DESC, "lastSeenAt" DESC, "id" LIMIT ${limit}`;

export const deleteSession = async (id: string) => {
  await db().session.deleteMany({ where: { id } });
};

/** False when there is none of this id, or it is another's. */
export const deleteOwnSession = async (userId: string, id: string): Promise<boolean> => {
  // Compared as text: what is no id is an id that nothing has.
  const count = await db().$executeRaw`
    DELETE FROM "Session" WHERE "userId" = ${userId}::uuid AND "id"::text = ${id}`;
  return count === 1;
};

export const deleteOtherSessions = async (userId: string, kept: string): Promise<number> =>
  (await db().session.deleteMany({ where: { userId, id: { not: kept } } })).count;

export const deleteSessions = async (userId: string) => {
  await db().session.deleteMany({ where: { userId } });
};

export const findCredentials = (email: string) =>
  db().user.findUnique({
    where: { email },
    select: {
      id: true,
      name: true,
      passwordHash: true,
      suspendedAt: true,
      suspendedUntil: true,
      suspendedBecause: true,
    },
  });

export const findPasswordHash = async (id: string) =>
  (await db().user.findUnique({ where: { id }, select: { passwordHash: true } }))?.passwordHash ?? null;

export const insertGuest = (name: string) =>
  db().user.create({
    data: { name, isGuest: true },
    select: { id: true, name: true },
  });

export const findPersonRow = (id: string) =>
  db().user.findUnique({
    where: { id },
    select: { id: true, name: true, about: true, role: true, isGuest: true, createdAt: true },
  });

export const updateProfile = async (id: string, profile: { name: string; about: string }) => {
  await db().user.updateMany({ where: { id }, data: profile });
};

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
    const [{ count }] = await db().$transaction([
      db().user.updateMany({ where: { id, isGuest: true }, data: { ...account, isGuest: false } }),
      db().session.deleteMany({ where: { userId: id } }),
    ]);
    return count === 1 ? 'claimed' : 'not-a-guest';
  } catch (error) {
    if (isUniqueViolation(error)) return 'taken';
    throw error;
  }
};

export const replacePasswordHash = async (id: string, passwordHash: string) => {
  await db().$transaction([
    db().user.update({ where: { id }, data: { passwordHash } }),
    db().session.deleteMany({ where: { userId: id } }),
    db().mailLink.deleteMany({ where: { userId: id } }),
  ]);
};
