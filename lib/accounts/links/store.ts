import 'server-only';
import { db } from '@/lib/db/client';
import { linkMinutes, type FoundLink, type LinkPurpose } from './link';

type NewLink = {
  digest: string;
  purpose: LinkPurpose;
  userId: string | null;
  email: string;
  returnPath: string;
};

/** Stores a link. Older ones of its purpose, for the same account or address, stop working. */
export const replaceLink = (link: NewLink): Promise<unknown> =>
  db().$transaction(async (tx) => {
    const { purpose, userId, email } = link;
    // Two that are asked for at once come one after the other, so that one of them is left.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${purpose} ${userId ?? email}`}, 0))`;
    await tx.mailLink.deleteMany({ where: { purpose, OR: [{ email }, ...(userId ? [{ userId }] : [])] } });
    await tx.mailLink.create({
      data: { ...link, expiresAt: new Date(Date.now() + linkMinutes[purpose] * 60_000) },
      select: { digest: true },
    });
  });

export const findLinkRow = async (digest: string): Promise<FoundLink | null> => {
  const link = await db().mailLink.findUnique({
    where: { digest },
    select: {
      purpose: true,
      email: true,
      returnPath: true,
      usedAt: true,
      expiresAt: true,
      user: {
        select: {
          id: true,
          name: true,
          email: true,
          isGuest: true,
          emailVerifiedAt: true,
          passwordHash: true,
        },
      },
    },
  });
  if (!link) return null;
  const { user, usedAt, expiresAt, ...rest } = link;
  return {
    ...rest,
    state: usedAt ? 'used' : expiresAt.getTime() <= Date.now() ? 'expired' : 'good',
    account: user && {
      id: user.id,
      name: user.name,
      email: user.email,
      isGuest: user.isGuest,
      isVerified: user.emailVerifiedAt !== null,
      hasPassword: user.passwordHash !== null,
    },
  };
};

/** The account of an address; guests have none. */
export const findAccountByEmail = (email: string) =>
  db().user.findUnique({ where: { email }, select: { id: true } });

/** What an account needs to be told apart and written to. */
export const findMailbox = (userId: string) =>
  db().user.findUniqueOrThrow({
    where: { id: userId },
    select: { name: true, email: true, emailVerifiedAt: true, passwordHash: true },
  });

export const deleteLinksBefore = async (time: Date) => {
  await db().mailLink.deleteMany({ where: { expiresAt: { lt: time } } });
};
