import { publicAddress } from '@/lib/config/public-address';
import { composeMail } from '@/lib/mail/compose-mail';

const stop = () =>
  `It was not you? Then set a new password now, at ${publicAddress()}/reset-password: that signs everybody out of your account and stops the change.`;

export const confirmationMail = (to: string, url: string) =>
  composeMail({
    to,
    subject: 'Confirm your address',
    blocks: [
      'You asked to confirm that this address is the one of your account. Open the link in a browser in which you are signed in. It works once, for 24 hours.',
      { action: 'Confirm my address', url },
      'You have no account here, or did not ask for this? Then do nothing.',
    ],
  });

export const newAddressMail = (to: string, url: string) =>
  composeMail({
    to,
    subject: 'Confirm your new address',
    blocks: [
      'You asked to make this the address of your account. It becomes that when you confirm it, in a browser in which you are signed in. The link works once, for 24 hours.',
      { action: 'Use this address', url },
      'You have no account here, or did not ask for this? Then do nothing.',
    ],
  });

/** To the owner of an address that somebody wants for another account. */
export const addressInUseMail = (to: string) =>
  composeMail({
    to,
    subject: 'This address has an account already',
    blocks: [
      'Somebody, probably you, wanted to make this the address of another account. It belongs to an account already, and an address is good for one only.',
      { action: 'Sign in with this address', url: `${publicAddress()}/sign-in` },
      'It was not you? Then do nothing: your account stays as it is.',
    ],
  });

/** To the address that an account has now. */
export const addressChangesMail = (to: string, next: string) =>
  composeMail({
    to,
    subject: 'The address of your account is about to change',
    blocks: [
      `Somebody who is signed in to your account asked to change its address to ${next}. It changes when that address is confirmed.`,
      stop(),
    ],
  });
