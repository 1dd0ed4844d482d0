import 'server-only';
import { takeUse } from '@/lib/limits/take-use';
import { isMailOn } from '@/lib/mail/is-mail-on';
import { queueMail } from '@/lib/mail/queue-mail';
import { refusal, success } from '@/lib/outcome/outcome';
import type { Viewer } from '../viewer';
import { confirmationMail } from './address-mails';
import { issueLink } from './issue-link';
import { mailsByEmail } from './limits';
import { mailIsOff, tooManyMails } from './refusals';
import { findMailbox } from './store';

/** Sends the link by which the account's address is confirmed, again when asked again; the newest one counts. */
export const sendConfirmation = async (viewer: Viewer) => {
  if (!isMailOn()) return mailIsOff();
  const { email, emailVerifiedAt } = await findMailbox(viewer.id);
  if (email === null) return refusal('no-address', 'Your account has no address yet. Add one below.');
  if (emailVerifiedAt !== null) return refusal('confirmed', 'Your address is confirmed already.');
  const limit = await takeUse(mailsByEmail, email);
  if (!limit.allowed) return tooManyMails(limit.retryAfterSeconds);
  const url = await issueLink('confirmEmail', {
    purpose: 'verifyEmail',
    userId: viewer.id,
    email,
    returnPath: '/account',
  });
  await queueMail(confirmationMail(email, url));
  return success(undefined);
};
