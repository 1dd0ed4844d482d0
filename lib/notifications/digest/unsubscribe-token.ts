import 'server-only';
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { siteEnv } from '@/lib/config/env';

/** A key for this and nothing else, so that no other signature of the site is ever such a token. */
const key = () => Buffer.from(hkdfSync('sha256', siteEnv().NEXTAUTH_SECRET, '', 'unsubscribe from mail', 32));

const signatureOf = (userId: string) => createHmac('sha256', key()).update(userId).digest();

/**
 * Proves that whoever has it got a mail of this person's: good for turning digests off, and for nothing else. Nothing is stored,
 * and it does not expire, since a mail may be read years later.
 */
export const writeUnsubscribeToken = (userId: string): string =>
  `${userId}.${signatureOf(userId).toString('base64url')}`;

/** Whose digests a token turns off; null: it is not ours. */
export const readUnsubscribeToken = (token: string): string | null => {
  const [id = '', given = ''] = token.split('.');
  const userId = z.uuid().safeParse(id).data;
  if (userId === undefined || !/^[\w-]{43}$/.test(given)) return null;
  const signature = Buffer.from(given, 'base64url');
  const expected = signatureOf(userId);
  return signature.length === expected.length && timingSafeEqual(signature, expected) ? userId : null;
};
