import { encode } from 'next-auth/jwt';
import { openSession } from '@/lib/accounts/open-session';
import { siteEnv } from '@/lib/config/env';
import { authCookies, sessionMaxAgeSeconds } from '@/lib/accounts/session-cookie';

/** The Cookie header of a browser that signs in as this user now. */
export const sessionCookie = async (user: { id: string }) => {
  const token = await encode({
    token: { sub: user.id, session: await openSession(user.id, null) },
    secret: siteEnv().NEXTAUTH_SECRET,
    maxAge: sessionMaxAgeSeconds,
  });
  return `${authCookies().cookies.sessionToken.name}=${token}`;
};
