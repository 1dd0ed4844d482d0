import 'server-only';
import { createHmac } from 'node:crypto';
import { siteEnv } from '@/lib/config/env';
import { countUse, forgetKey, sweepWindows } from './store';

/** At most `max` uses by one subject in a window of `windowSeconds`. `name` is unique among limits. */
export type Limit = { name: string; max: number; windowSeconds: number };

export type LimitAnswer = { allowed: true } | { allowed: false; retryAfterSeconds: number };

/** Keyed, so that the table does not hold addresses or emails, nor digests that could be guessed back to them. */
const keyOf = (limit: Limit, subject: string) =>
  `${limit.name}:${createHmac('sha256', siteEnv().NEXTAUTH_SECRET).update(subject).digest('base64url').slice(0, 22)}`;

const sweepEvery = 500;
let sinceSweep = 0;

/** Counts one use by `subject`; the use that exceeds the limit, and later ones until the window ends, are not allowed. */
export const takeUse = async (limit: Limit, subject: string): Promise<LimitAnswer> => {
  if (++sinceSweep >= sweepEvery) {
    sinceSweep = 0;
    await sweepWindows();
  }
  const { uses, resetsInSeconds } = await countUse(keyOf(limit, subject), limit.windowSeconds);
  return uses <= limit.max
    ? { allowed: true }
    : { allowed: false, retryAfterSeconds: Math.max(1, resetsInSeconds) };
};

/** Gives a subject its whole allowance back, for example after a sign-in that succeeded. */
export const resetUses = (limit: Limit, subject: string) => forgetKey(keyOf(limit, subject));
