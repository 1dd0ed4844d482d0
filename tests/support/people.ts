import { randomInt, randomUUID } from 'node:crypto';
import { findViewer } from '@/lib/accounts/find-viewer';
import { hashPassword } from '@/lib/accounts/passwords';
import type { Role } from '@/lib/accounts/roles';
import { startGuest } from '@/lib/accounts/start-guest';
import { db } from '@/lib/db/client';
import { valueOf } from './outcomes';
import { password } from './passwords';
import { sessionCookie } from './sessions';

export const newAddress = (name = 'ada') => `${name}-${randomUUID()}@example.org`;

/** Who asks with this Cookie header. */
export const viewerOf = (cookie: string) =>
  findViewer(new Request('http://localhost:3000/x', { headers: { cookie } }));

/** Signs a user in, at an address of the network of their own, so that limits of an address stay out of the way. */
const signedIn = async ({ id }: { id: string }) => {
  const cookie = await sessionCookie({ id });
  const find = () => viewerOf(cookie);
  const viewer = await find();
  if (!viewer) throw new Error('The session is worth nothing.');
  return { id, viewer, cookie, address: randomUUID(), find };
};

export type SignedIn = Awaited<ReturnType<typeof signedIn>>;

export const newGuest = async (): Promise<SignedIn> => signedIn(valueOf(await startGuest(randomUUID())));

type Wanted = {
  name?: string;
  email?: string | null;
  role?: Role;
  isVerified?: boolean;
  hasPassword?: boolean;
  createdAt?: Date;
};

/** An account that is signed in, as the row that earlier sign-ups left. */
export const newAccount = async ({
  name = 'Ada',
  email = newAddress(),
  isVerified = true,
  hasPassword = true,
  ...row
}: Wanted = {}): Promise<SignedIn & { email: string }> => {
  const emailVerifiedAt = isVerified && email ? new Date() : null;
  const passwordHash = hasPassword ? await hashPassword(password) : null;
  const user = await db().user.create({ data: { name, email, emailVerifiedAt, passwordHash, ...row } });
  return { ...(await signedIn(user)), email: email ?? '' };
};

/** Somebody with an account of a month, whose posts nobody judges, and with a name of their own. */
export const newMember = (change: Wanted = {}) => {
  const createdAt = new Date(Date.now() - 30 * 24 * 60 * 60 * 1000);
  const name = `Member ${randomInt(1_000_000)}`;
  return newAccount({ name, isVerified: false, hasPassword: false, createdAt, ...change });
};

export const newModerator = () => newMember({ role: 'moderator' });

export const suspend = (id: string) =>
  db().user.update({ where: { id }, data: { suspendedAt: new Date(), suspendedBecause: 'Advertising.' } });
