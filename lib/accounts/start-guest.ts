import 'server-only';
import { randomInt } from 'node:crypto';
import { takeUse } from '@/lib/limits/take-use';
import { refusal, success } from '@/lib/outcome/outcome';
import { guestByAddress } from './limits';
import { insertGuest } from './store';

/** Makes a guest: a user without email and password, who may claim the account later by signing up. */
export const startGuest = async (address: string) => {
  const limit = await takeUse(guestByAddress, address);
  if (!limit.allowed) {
    return refusal(
      'too-many-attempts',
      `Too many guests came from your network. Try again in ${Math.ceil(limit.retryAfterSeconds / 60)} min, or sign up.`,
    );
  }
  return success(await insertGuest(`Guest ${randomInt(1000, 10_000)}`));
};
