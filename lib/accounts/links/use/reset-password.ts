import 'server-only';
import { resetUses } from '@/lib/limits/take-use';
import { refusal, success } from '@/lib/outcome/outcome';
import { signInByAccount } from '../../limits';
import { findPasswordProblem } from '../../password-rules';
import { hashPassword } from '../../passwords';
import { findLink } from '../find-link';
import type { ResetPasswordForm } from '../forms';
import { linkIsGone } from '../refusals';
import { digestOf, newToken } from '../token';
import { resetPasswordRow } from './store';

/**
 * Sets a new password by a link. All sessions end, wrong guesses of others are forgotten, and the address counts as confirmed.
 * @returns a token with which the same browser signs in
 */
export const resetPassword = async ({ token, password }: ResetPasswordForm) => {
  const link = await findLink(token, ['resetPassword']);
  if (link?.state !== 'good' || !link.account) return linkIsGone();
  const [local = ''] = link.email.split('@');
  const problem = findPasswordProblem(password, [local, ...link.account.name.split(/\s+/)]);
  if (problem) return refusal('weak-password', problem);
  const signInToken = newToken();
  const reset = await resetPasswordRow(digestOf(token), await hashPassword(password), digestOf(signInToken));
  if (reset === 'gone') return linkIsGone();
  await resetUses(signInByAccount, reset.email);
  return success({ signInToken });
};
