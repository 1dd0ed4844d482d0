import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { siteEnv } from '@/lib/config/env';
import { authCookies } from '../session-cookie';
import type { Viewer } from '../viewer';
import { providerIds, type ProviderId } from './provider';

const Linking = z.object({ sub: z.uuid(), session: z.uuid(), provider: z.enum(providerIds) });

const options = () => {
  const { name } = authCookies().linking;
  return { secret: siteEnv().NEXTAUTH_SECRET, salt: name };
};

/**
 * A cookie that says: who comes back from `provider` to this session wants to link it. Without one, coming back signs in,
 * also when somebody signed in in another tab meanwhile.
 */
export const linkingCookie = async (provider: ProviderId, viewer: Viewer): Promise<string> => {
  const { name, options: cookie } = authCookies().linking;
  const token = { sub: viewer.id, session: viewer.sessionId, provider };
  const value = await encode({ ...options(), token, maxAge: cookie.maxAge });
  return `${name}=${value}; Path=/; Max-Age=${cookie.maxAge}; HttpOnly; SameSite=Lax${cookie.secure ? '; Secure' : ''}`;
};

/** Whether this session asked to link `provider`. */
export const wantsToLink = async (
  cookie: string | undefined,
  provider: ProviderId,
  viewer: Viewer,
): Promise<boolean> => {
  if (!cookie) return false;
  try {
    const { sub, session, provider: asked } = Linking.parse(await decode({ ...options(), token: cookie }));
    return sub === viewer.id && session === viewer.sessionId && asked === provider;
  } catch {
    return false;
  }
};
