import { randomUUID } from 'node:crypto';
import { findViewer } from '@/lib/accounts/find-viewer';
import { askForWayIn } from '@/lib/accounts/links/ask-for-way-in';
import { signInByLink } from '@/lib/accounts/links/use/sign-in-by-link';
import { hashPassword } from '@/lib/accounts/passwords';
import { startGuest } from '@/lib/accounts/start-guest';
import type { Viewer } from '@/lib/accounts/viewer';
import { db } from '@/lib/db/client';
import type { Outcome } from '@/lib/outcome/outcome';
import { sessionCookie } from './sessions';

export const password = 'quorum-lease-fence-42';
export const nextPassword = 'another-fence-lease-7';

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

export const asks = ['signUp', 'signIn', 'reset'] as const;

/** What a visitor does who asks for a link, from a guest's browser or from nobody's. */
export const askFor = (ask: (typeof asks)[number], email: string, viewer: Viewer | null = null) =>
  askForWayIn({ ask, email, returnPath: '/labs' }, viewer);

export const signIn = (token: string) => signInByLink({ token }, randomUUID());

export const valueOf = <Value>(outcome: Outcome<Value>): Value => {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
};

export const suspend = (id: string) =>
  db().user.update({ where: { id }, data: { suspendedAt: new Date(), suspendedBecause: 'Advertising.' } });
