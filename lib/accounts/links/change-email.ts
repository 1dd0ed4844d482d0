import 'server-only';
import { takeUse } from '@/lib/limits/take-use';
import { isMailOn } from '@/lib/mail/is-mail-on';
import { queueMail } from '@/lib/mail/queue-mail';
import { refusal, success } from '@/lib/outcome/outcome';
import { passwordByViewer } from '../limits';
import { verifyPassword } from '../passwords';
import type { Viewer } from '../viewer';
import { addressChangesMail, addressInUseMail, newAddressMail } from './address-mails';
import type { ChangeEmailForm } from './forms';
import { issueLink } from './issue-link';
import { mailsByEmail } from './limits';
import { mailIsOff, tooManyGuesses, tooManyMails } from './refusals';
import { findAccountByEmail, findMailbox } from './store';

/**
 * Asks for another address: a link goes to the new one, a notice to the old one, and nothing changes until the link is used.
 * A new address that has an account gets a mail that says so; the asker is told the same either way.
 */
export const changeEmail = async ({ email, password }: ChangeEmailForm, viewer: Viewer) => {
  if (!isMailOn()) return mailIsOff();
  if (viewer.isGuest)
    return refusal('guest', 'A guest has no address. Sign up first; what you did comes along.');
  const mailbox = await findMailbox(viewer.id);
  if (mailbox.passwordHash !== null) {
    const guesses = await takeUse(passwordByViewer, viewer.id);
    if (!guesses.allowed) return tooManyGuesses(guesses.retryAfterSeconds);
    if (!(await verifyPassword(mailbox.passwordHash, password)))
      return refusal('wrong-password', 'The password is not right.');
  }
  if (email === mailbox.email)
    return refusal('same-address', 'This is the address that your account has now.');
  const limit = await takeUse(mailsByEmail, email);
  if (!limit.allowed) return tooManyMails(limit.retryAfterSeconds);
  const isTaken = (await findAccountByEmail(email)) !== null;
  const url = await issueLink('confirmEmail', {
    purpose: 'changeEmail',
    userId: viewer.id,
    email,
    returnPath: '/account',
  });
  await queueMail(isTaken ? addressInUseMail(email) : newAddressMail(email, url));
  if (mailbox.email !== null) await queueMail(addressChangesMail(mailbox.email, email));
  return success(undefined);
};
