import 'server-only';
import { cookies } from 'next/headers';
import { getToken } from 'next-auth/jwt';
import { siteEnv } from '@/lib/config/env';
import { authCookies } from './session-cookie';
import { SessionClaims } from './session-claims';
import { findSessionViewer } from './store';
import type { Viewer } from './viewer';

export const cookiesOfRequest = (request: Request) =>
  Object.fromEntries(
    (request.headers.get('cookie') ?? '').split(/;\s*/).flatMap((pair) => {
      const at = pair.indexOf('=');
      return at > 0 ? [[pair.slice(0, at), pair.slice(at + 1)]] : [];
    }),
  );

const cookiesOfPage = async () =>
  Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]));

/** What the session cookie of a request or a page says, whether it is still worth anything or not. */
const readClaims = async (jar: Record<string, string>) => {
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

/**
 * Who is asking, or null. Asks the database every time, so a session that was ended elsewhere is refused at once.
 * Route handlers pass their request; pages pass nothing and become dynamic.
 */
export const findViewer = async (request?: Request): Promise<Viewer | null> => {
  const claims = await readClaims(request ? cookiesOfRequest(request) : await cookiesOfPage());
  if (!claims) return null;
  return findSessionViewer(claims.session, claims.sub);
};
