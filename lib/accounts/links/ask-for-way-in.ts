import 'server-only';
import { takeUse } from '@/lib/limits/take-use';
import { isMailOn } from '@/lib/mail/is-mail-on';
import { queueMail } from '@/lib/mail/queue-mail';
import { success } from '@/lib/outcome/outcome';
import type { Viewer } from '../viewer';
import type { WayInForm } from './forms';
import { issueLink } from './issue-link';
import { mailsByEmail } from './limits';
import { mailIsOff, tooManyMails } from './refusals';
import { findAccountByEmail } from './store';
import { wayInMail } from './way-in-mails';

/**
 * Sends a link to an address, whether it has an account or not: what the asker is told, and the work behind it, are the same,
 * and only the mailbox learns which it was (docs/decisions/0072). An address without an account gets a link that makes one;
 * when a guest asks, out of the guest's row.
 */
export const askForWayIn = async ({ ask, email, returnPath }: WayInForm, viewer: Viewer | null) => {
  if (!isMailOn()) return mailIsOff();
  const limit = await takeUse(mailsByEmail, email);
  if (!limit.allowed) return tooManyMails(limit.retryAfterSeconds);
  const account = await findAccountByEmail(email);
  const url = account
    ? await issueLink(ask === 'reset' ? 'resetPassword' : 'signIn', {
        purpose: ask === 'reset' ? 'resetPassword' : 'signIn',
        userId: account.id,
        email,
        returnPath,
      })
    : await issueLink('finishSignUp', {
        purpose: 'verifyEmail',
        userId: viewer?.isGuest ? viewer.id : null,
        email,
        returnPath,
      });
  await queueMail(wayInMail(email, ask, account !== null, url));
  return success(undefined);
};
