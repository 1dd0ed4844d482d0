import 'server-only';
import { cookies } from 'next/headers';
import { getToken } from 'next-auth/jwt';
import { siteEnv } from '@/lib/config/env';
import { SessionClaims } from './session-claims';
import { authCookies } from './session-cookie';

type Jar = Record<string, string>;

const jarOf = (pairs: readonly string[]): Jar =>
  Object.fromEntries(
    pairs.flatMap((pair) => {
      const at = pair.indexOf('=');
      return at > 0 ? [[pair.slice(0, at), pair.slice(at + 1)]] : [];
    }),
  );

/** What a session cookie says, whether its session is still there or not; null when nobody of ours wrote it. */
const readClaims = async (jar: Jar): Promise<SessionClaims | null> => {
  const { secure, cookies: names } = authCookies();
  const token = await getToken({
    // getToken is typed for the pages router; it reads `cookies` and `headers` only.
    req: Object.assign(Object.create(null), { cookies: jar, headers: {} }),
    secret: siteEnv().NEXTAUTH_SECRET,
    cookieName: names.sessionToken.name,
    secureCookie: secure,
  });
  const claims = SessionClaims.safeParse(token);
  return claims.success ? claims.data : null;
};

export const cookiesOfRequest = (request: Request): Jar =>
  jarOf((request.headers.get('cookie') ?? '').split(/;\s*/));

export const claimsOfRequest = (request: Request) => readClaims(cookiesOfRequest(request));

export const claimsOfPage = async () =>
  readClaims(Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value])));

/** What a response asks the browser to keep. */
export const claimsOfResponse = (response: Response) =>
  readClaims(jarOf(response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')));
