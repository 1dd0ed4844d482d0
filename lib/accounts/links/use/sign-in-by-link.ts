import 'server-only';
import { takeUse } from '@/lib/limits/take-use';
import { refusal, success } from '@/lib/outcome/outcome';
import { suspensionWords } from '../../suspension';
import { ConfirmEmailForm } from '../forms';
import { usesByAddress } from '../limits';
import { linkIsGone } from '../refusals';
import { digestOf } from '../token';
import { signInByLinkRow } from './store';

/** Checks a link to sign in, and uses it. A suspended account keeps its link unused and is told why. */
export const signInByLink = async (input: unknown, address: string) => {
  const limit = await takeUse(usesByAddress, address);
  if (!limit.allowed) {
    const minutes = Math.ceil(limit.retryAfterSeconds / 60);
    return refusal(
      'too-many-attempts',
      `Too many links were tried from your network. Try again in ${minutes} min.`,
    );
  }
  const form = ConfirmEmailForm.safeParse(input);
  if (!form.success) return linkIsGone();
  const signedIn = await signInByLinkRow(digestOf(form.data.token));
  if (signedIn === 'gone') return linkIsGone();
  if ('suspendedBecause' in signedIn)
    return refusal('suspended', suspensionWords(signedIn.suspendedBecause, signedIn.suspendedUntil));
  return success(signedIn);
};
