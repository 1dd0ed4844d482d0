import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { siteEnv } from '@/lib/config/env';
import { clientAddressHeader } from '@/lib/http/client-address';
import { checkCredentials } from './check-credentials';
import { endSession } from './end-sessions';
import { safeCallbackPath } from './safe-callback-path';
import { authCookies, sessionMaxAgeSeconds } from './session-cookie';
import { SessionClaims } from './session-claims';
import { openSession } from './open-session';
import { startGuest } from './start-guest';

const addressOf = (headers: Record<string, unknown> | undefined) => {
  const address = headers?.[clientAddressHeader];
  return typeof address === 'string' ? address : 'unknown';
};

/** NextAuth shows a thrown message in the answer's `error`; the form turns these codes back into sentences. */
const refuse = (message: string): never => {
  throw new Error(message);
};

/** Options of next-auth for a browser: a signed and encrypted cookie that names the user and the session. */
export const authOptions = (userAgent: string | null): NextAuthOptions => {
  const { secure, cookies } = authCookies();
  return {
    secret: siteEnv().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionMaxAgeSeconds, updateAge: 24 * 60 * 60 },
    useSecureCookies: secure,
    cookies,
    pages: { signIn: '/sign-in', signOut: '/account', error: '/sign-in' },
    providers: [
      Credentials({
        id: 'credentials',
        name: 'Email and password',
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: async (input, request) => {
          const checked = await checkCredentials(input, addressOf(request.headers));
          return checked.ok ? checked.value : refuse(checked.error.message);
        },
      }),
      Credentials({
        id: 'guest',
        name: 'Guest',
        credentials: {},
        authorize: async (_input, request) => {
          const started = await startGuest(addressOf(request.headers));
          return started.ok ? started.value : refuse(started.error.message);
        },
      }),
    ],
    callbacks: {
      jwt: async ({ token, user }) =>
        user ? SessionClaims.parse({ sub: user.id, session: await openSession(user.id, userAgent) }) : token,
      /** Nothing reads /api/auth/session; the site's own /api/viewer checks the version, too. */
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => baseUrl + safeCallbackPath(url, baseUrl),
    },
    events: {
      signOut: async ({ token }) => {
        const claims = SessionClaims.safeParse(token);
        if (claims.success) await endSession(claims.data.session);
      },
    },
  };
};
