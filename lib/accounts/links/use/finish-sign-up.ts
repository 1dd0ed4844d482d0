import 'server-only';
import { refusal, success } from '@/lib/outcome/outcome';
import { findPasswordProblem } from '../../password-rules';
import { hashPassword } from '../../passwords';
import { findLink } from '../find-link';
import type { FinishSignUpForm } from '../forms';
import { addressIsTaken, linkIsGone } from '../refusals';
import { digestOf, newToken } from '../token';
import { finishSignUpRow } from './store';

/**
 * Makes the account that a link was mailed for: only now, and with a password that only the owner of the mailbox chose.
 * @returns a token with which the same browser signs in, and where it wanted to go
 */
export const finishSignUp = async ({ token, name, password }: FinishSignUpForm) => {
  const link = await findLink(token, ['verifyEmail']);
  if (link?.state !== 'good') return linkIsGone();
  const [local = ''] = link.email.split('@');
  const problem = password && findPasswordProblem(password, [local, ...name.split(/\s+/)]);
  if (problem) return refusal('weak-password', problem);
  const passwordHash = password ? await hashPassword(password) : null;
  const signInToken = newToken();
  const made = await finishSignUpRow(digestOf(token), { name, passwordHash }, digestOf(signInToken));
  if (made === 'gone') return linkIsGone();
  if (made === 'taken') return addressIsTaken();
  if (made === 'not-a-guest')
    return refusal(
      'not-a-guest',
      'The guest who asked for this link has an account by now. Sign in with it.',
    );
  return success({ signInToken, returnPath: made.returnPath });
};
