import 'server-only';
import { refusal, success } from '@/lib/outcome/outcome';
import { setDigestRow } from './store';
import { readUnsubscribeToken } from './unsubscribe-token';

/** Turns somebody's digests off by the token of a mail, signed in or not; again and again if need be. */
export const unsubscribe = async (token: string) => {
  const userId = readUnsubscribeToken(token);
  if (userId === null)
    return refusal(
      'invalid-link',
      'This link is not complete. Copy all of it, or choose in your account how often you get mail.',
    );
  await setDigestRow(userId, 'off');
  return success({ digest: 'off' } as const);
};
