import { encode } from 'next-auth/jwt';
import { siteEnv } from '@/lib/config/env';
import { authCookies, sessionMaxAgeSeconds } from '@/lib/accounts/session-cookie';

/** The Cookie header of a browser that signed in as this user under this session version. */
export const sessionCookie = async (user: { id: string; sessionVersion: number }) => {
  const token = await encode({
    token: { sub: user.id, version: user.sessionVersion },
    secret: siteEnv().NEXTAUTH_SECRET,
    maxAge: sessionMaxAgeSeconds,
  });
  return `${authCookies().cookies.sessionToken.name}=${token}`;
};
