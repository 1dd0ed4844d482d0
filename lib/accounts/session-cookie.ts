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
  return {
    secure,
    cookies: {
      sessionToken: cookie('session', '__Host-'),
      csrfToken: cookie('csrf', '__Host-'),
      callbackUrl: cookie('callback', '__Secure-'),
    },
  };
};
