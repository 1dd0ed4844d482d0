import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { isSuspended } from '../../suspension';
import type { LinkPurpose } from '../link';

type Tx = Prisma.TransactionClient;

class Undone extends Error {}

/** Runs `work` in one transaction. `undo` takes everything back, also that the link was used, and becomes the answer. */
const undoable = async <Value, Refused>(
  work: (tx: Tx, undo: (refused: Refused) => never) => Promise<Value>,
): Promise<Value | Refused> => {
  let answer: { refused: Refused } | undefined;
  const undo = (refused: Refused): never => {
    answer = { refused };
    throw new Undone();
  };
  try {
    return await db().$transaction((tx) => work(tx, undo));
  } catch (error) {
    if (error instanceof Undone && answer) return answer.refused;
    throw error;
  }
};

const isUniqueViolation = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';

type UsedLink = { purpose: LinkPurpose; email: string; userId: string | null; returnPath: string };

/** Uses a link: of any number that try at once, one gets it. */
const takeLink = async (tx: Tx, digest: string, purposes: LinkPurpose[]): Promise<UsedLink | null> => {
  const [link] = await tx.$queryRaw<UsedLink[]>`
    UPDATE "MailLink" SET "usedAt" = now()
    WHERE "digest" = ${digest} AND "purpose"::text = ANY(${purposes}) AND "usedAt" IS NULL AND "expiresAt" > now()
    RETURNING "purpose"::text, "email", "userId", "returnPath"`;
  return link ?? null;
};

/** The account that a link is for, as long as the address is still its own. */
const findOwner = async (tx: Tx, link: UsedLink | null) =>
  link?.userId ? tx.user.findUnique({ where: { id: link.userId, email: link.email } }) : null;

/** A password or an address that is new ends what was asked for with the old one. The used link stays, to say so. */
const dropOtherLinks = (tx: Tx, userId: string, digest: string) =>
  tx.mailLink.deleteMany({ where: { userId, digest: { not: digest } } });

/** Lets the browser that used a link open its session by one more, which never was in a mail. */
const insertHandover = (tx: Tx, digest: string, { userId, email }: { userId: string; email: string }) =>
  tx.mailLink.create({
    data: { digest, purpose: 'signIn', userId, email, expiresAt: new Date(Date.now() + 2 * 60_000) },
    select: { digest: true },
  });

/**
 * Signs in to the account that the link is for, and confirms its address. When nobody had confirmed it before, whoever made
 * the account may be somebody else: their password, sessions and accounts elsewhere do not come along.
 */
export const signInByLinkRow = (digest: string) =>
  undoable<
    { id: string; name: string },
    'gone' | { suspendedBecause: string | null; suspendedUntil: Date | null }
  >(async (tx, undo) => {
    const owner = (await findOwner(tx, await takeLink(tx, digest, ['signIn']))) ?? undo('gone');
    if (isSuspended(owner)) undo(owner);
    if (owner.emailVerifiedAt === null) {
      const userId = owner.id;
      await tx.user.update({
        where: { id: userId },
        data: { emailVerifiedAt: new Date(), passwordHash: null },
      });
      await tx.session.deleteMany({ where: { userId } });
      await tx.identity.deleteMany({ where: { userId } });
      await dropOtherLinks(tx, userId, digest);
    }
    return { id: owner.id, name: owner.name };
  });

/** Makes the account of the link's address, out of the guest's row when a guest asked for it. */
export const finishSignUpRow = async (
  digest: string,
  account: { name: string; passwordHash: string | null },
  handover: string,
): Promise<{ returnPath: string } | 'gone' | 'not-a-guest' | 'taken'> => {
  try {
    return await undoable<{ returnPath: string }, 'gone' | 'not-a-guest'>(async (tx, undo) => {
      const {
        email,
        userId: guestId,
        returnPath,
      } = (await takeLink(tx, digest, ['verifyEmail'])) ?? undo('gone');
      const data = { ...account, email, emailVerifiedAt: new Date() };
      if (guestId) {
        const where = { id: guestId, isGuest: true };
        const { count } = await tx.user.updateMany({ where, data: { ...data, isGuest: false } });
        if (count === 0) undo('not-a-guest');
        await tx.session.deleteMany({ where: { userId: guestId } });
        await dropOtherLinks(tx, guestId, digest);
      }
      const userId = guestId ?? (await tx.user.create({ data, select: { id: true } })).id;
      await insertHandover(tx, handover, { userId, email });
      return { returnPath };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return 'taken';
    throw error;
  }
};

/** Sets the password, ends all sessions and confirms the address; see `signInByLinkRow` for accounts elsewhere. */
export const resetPasswordRow = (digest: string, passwordHash: string, handover: string) =>
  undoable<{ email: string }, 'gone'>(async (tx, undo) => {
    const link = (await takeLink(tx, digest, ['resetPassword'])) ?? undo('gone');
    const owner = (await findOwner(tx, link)) ?? undo('gone');
    const userId = owner.id;
    const emailVerifiedAt = owner.emailVerifiedAt ?? new Date();
    await tx.user.update({ where: { id: userId }, data: { passwordHash, emailVerifiedAt } });
    await tx.session.deleteMany({ where: { userId } });
    if (owner.emailVerifiedAt === null) await tx.identity.deleteMany({ where: { userId } });
    await dropOtherLinks(tx, userId, digest);
    await insertHandover(tx, handover, { userId, email: link.email });
    return { email: link.email };
  });

/** Confirms the address of the account that asks, or makes a new one its address. */
export const confirmEmailRow = async (
  digest: string,
  viewerId: string,
): Promise<{ email: string } | 'gone' | 'another-account' | 'taken'> => {
  try {
    return await undoable<{ email: string }, 'gone' | 'another-account'>(async (tx, undo) => {
      const { purpose, email, userId } =
        (await takeLink(tx, digest, ['verifyEmail', 'changeEmail'])) ?? undo('gone');
      if (userId !== viewerId) undo('another-account');
      const { count } = await tx.user.updateMany({
        where: { id: viewerId, isGuest: false, ...(purpose === 'verifyEmail' ? { email } : {}) },
        data: { email, emailVerifiedAt: new Date() },
      });
      if (count === 0) undo('gone');
      await dropOtherLinks(tx, viewerId, digest);
      return { email };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return 'taken';
    throw error;
  }
};
