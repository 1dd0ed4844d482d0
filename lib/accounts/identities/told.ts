import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { siteEnv } from '@/lib/config/env';

const salt = 'told';
const Told = z.object({ words: z.string() });

/**
 * Words for the page that a browser is sent to. Only this site can make one, so that no address of ours shows what somebody
 * else wrote into it; it is good for 5 minutes.
 */
export const writeTold = (words: string): Promise<string> =>
  encode({ token: { words }, secret: siteEnv().NEXTAUTH_SECRET, salt, maxAge: 5 * 60 });

/** The words, or null when there are none or they are not ours. */
export const readTold = async (told: unknown): Promise<string | null> => {
  if (typeof told !== 'string' || told === '') return null;
  try {
    const token = await decode({ token: told, secret: siteEnv().NEXTAUTH_SECRET, salt });
    return Told.safeParse(token).data?.words ?? null;
  } catch {
    return null;
  }
};
