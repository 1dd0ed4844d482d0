import { publicAddress } from '@/lib/config/public-address';
import { composeMail } from '@/lib/mail/compose-mail';

const notice = (to: string, subject: string, what: string) =>
  composeMail({
    to,
    subject,
    blocks: [
      what,
      { action: 'Look at my account', url: `${publicAddress()}/account` },
      `It was not you? Then set a new password now, at ${publicAddress()}/reset-password, and look through your account.`,
    ],
  });

export const linkedMail = (to: string, name: string) =>
  notice(
    to,
    `${name} was linked to your account`,
    `An account of ${name} signs in to your account from now on.`,
  );

export const unlinkedMail = (to: string, name: string) =>
  notice(
    to,
    `${name} was unlinked from your account`,
    `The account of ${name} that was linked to yours does not sign in to it any more.`,
  );

export const passwordSetMail = (to: string) =>
  notice(to, 'Your account has a password now', 'A password was set for your account. It had none before.');
