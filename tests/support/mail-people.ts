import { randomUUID } from 'node:crypto';
import { findViewer } from '@/lib/accounts/find-viewer';
import { hashPassword } from '@/lib/accounts/passwords';
import { startGuest } from '@/lib/accounts/start-guest';
import { db } from '@/lib/db/client';
import { sessionCookie } from './sessions';

export const password = 'quorum-lease-fence-42';

export const newAddress = (name = 'ada') => `${name}-${randomUUID()}@example.org`;

const signedIn = async (user: { id: string }) => {
  const cookie = await sessionCookie(user);
  const find = () => findViewer(new Request('http://localhost:3000/x', { headers: { cookie } }));
  const viewer = await find();
  if (!viewer) throw new Error('The session is worth nothing.');
  return { id: user.id, cookie, viewer, find };
};

type Wanted = { email?: string | null; isVerified?: boolean; hasPassword?: boolean };

/** An account that is signed in, as the row that earlier sign-ups left. */
export const newAccount = async ({
  email = newAddress(),
  isVerified = true,
  hasPassword = true,
}: Wanted = {}) => {
  const user = await db().user.create({
    data: {
      name: 'Ada',
      email,
      emailVerifiedAt: isVerified && email ? new Date() : null,
      passwordHash: hasPassword ? await hashPassword(password) : null,
    },
  });
  return { ...(await signedIn(user)), email: email ?? '' };
};

export const newGuest = async () => {
  const started = await startGuest(randomUUID());
  if (!started.ok) throw new Error(started.error.message);
  return signedIn(started.value);
};

/** Mails that wait for an address, oldest first. */
export const mailsTo = (to: string) => db().outgoingMail.findMany({ where: { to }, orderBy: { id: 'asc' } });

/** The token in the newest mail to an address. */
export const tokenTo = async (to: string): Promise<string> => {
  const text = (await mailsTo(to)).at(-1)?.text ?? '';
  const [, token] = /token=([A-Za-z0-9_-]{43})/.exec(text) ?? [];
  if (!token) throw new Error(`No link for ${to} in: ${text}`);
  return token;
};
