import 'server-only';
import { siteEnv } from '@/lib/config/env';

export const sessionMaxAgeSeconds = 30 * 24 * 60 * 60;

/**
 * Cookies belong to a host, not to a port: with the port in their names two copies on one machine
 * do not sign each other out.
 */
export const authCookies = () => {
  const url = new URL(siteEnv().NEXTAUTH_URL);
  const secure = url.protocol === 'https:';
  const cookie = (name: string, prefix: '__Host-' | '__Secure-') => ({
    name: `${secure ? prefix : ''}mastery.${name}.${siteEnv().PORT}`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
  });
  /** What is remembered while somebody signs in elsewhere. */
  const shortLived = (name: string) => {
    const { options, ...rest } = cookie(name, '__Host-');
    return { ...rest, options: { ...options, maxAge: 15 * 60 } };
  };
  return {
    secure,
    linking: shortLived('linking'),
    cookies: {
      sessionToken: cookie('session', '__Host-'),
      csrfToken: cookie('csrf', '__Host-'),
      callbackUrl: cookie('callback', '__Secure-'),
      state: shortLived('state'),
      pkceCodeVerifier: shortLived('pkce'),
      nonce: shortLived('nonce'),
    },
  };
};
