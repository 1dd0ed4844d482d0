import 'server-only';
import { isMailOn } from '@/lib/mail/is-mail-on';
import { refusal, success } from '@/lib/outcome/outcome';
import type { SignUpForm } from './forms';
import { findPasswordProblem } from './password-rules';
import { hashPassword } from './passwords';
import { claimGuestRow, insertAccount } from './store';
import type { Viewer } from './viewer';

const notCreated = () =>
  refusal(
    'not-created',
    'No account was created for this address. If you already have one, sign in; else use another address.',
  );

/**
 * Creates an account at once, on a site that sends no mail; else `links/ask-for-way-in.ts` does. A guest who signs up keeps the same user, and with it runs and progress; their older sessions end.
 * The hash is computed before the address is looked at, so that the answer takes equally long either way.
 */
export const signUp = async (form: SignUpForm, viewer: Viewer | null) => {
  if (isMailOn())
    return refusal('by-mail', 'Here an account begins with a mail. Load the page to sign up again.');
  const [local = ''] = form.email.split('@');
  const problem = findPasswordProblem(form.password, [local, ...form.name.split(/\s+/)]);
  if (problem) return refusal('weak-password', problem);
  const account = {
    email: form.email,
    name: form.name,
    passwordHash: await hashPassword(form.password),
  };
  if (viewer?.isGuest) {
    const claim = await claimGuestRow(viewer.id, account);
    return claim === 'claimed' ? success({ claimed: true }) : notCreated();
  }
  return (await insertAccount(account)) ? success({ claimed: false }) : notCreated();
};
