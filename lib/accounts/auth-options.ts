import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { siteEnv } from '@/lib/config/env';
import { log } from '@/lib/config/log';
import { clientAddressHeader } from '@/lib/http/client-address';
import { checkCredentials } from './check-credentials';
import { endSession } from './end-sessions';
import { comeBack } from './identities/come-back';
import { oauthProviders } from './identities/oauth-providers';
import { signInByLink } from './links/use/sign-in-by-link';
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
export const authOptions = (request: Request): NextAuthOptions => {
  const { secure, cookies } = authCookies();
  const back = comeBack(request);
  const open = (userId: string) => openSession(userId, request.headers.get('user-agent'));
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
      Credentials({
        id: 'link',
        name: 'Link in a mail',
        credentials: { token: { type: 'text' } },
        authorize: async (input, { headers }) => {
          const signedIn = await signInByLink({ token: input?.token }, addressOf(headers));
          return signedIn.ok ? signedIn.value : refuse(signedIn.error.message);
        },
      }),
      ...oauthProviders(),
    ],
    callbacks: {
      signIn: back.signIn,
      jwt: async ({ token, user }) => {
        if (!user) return token;
        const { userId, sessionId } = back.admitted() ?? { userId: user.id, sessionId: null };
        return SessionClaims.parse({ sub: userId, session: sessionId ?? (await open(userId)) });
      },
      /** Nothing reads /api/auth/session; the site's own /api/viewer checks the version, too. */
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => baseUrl + safeCallbackPath(url, baseUrl),
    },
    /** Codes only: what comes along holds tokens and what a provider says about a person. */
    logger: {
      error: (code) => log().warn({ code }, 'signing in failed'),
      warn: () => undefined,
      debug: () => undefined,
    },
    events: {
      signOut: async ({ token }) => {
        const claims = SessionClaims.safeParse(token);
        if (claims.success) await endSession(claims.data.session);
      },
    },
  };
};
