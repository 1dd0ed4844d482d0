import { refusal } from '@/lib/outcome/outcome';

export const mailIsOff = () =>
  refusal('mail-off', 'This site sends no mail. Sign in with your password, or ask whoever runs it.');

export const linkIsGone = () =>
  refusal(
    'link-gone',
    'This link was used already, or it is too old, or a newer one took its place. Ask for a new one.',
  );

export const tooManyMails = (seconds: number) =>
  refusal(
    'too-many-mails',
    `Several mails were asked for already. Look for the newest one, in the spam folder too, or try again in ${Math.ceil(seconds / 60)} min.`,
  );

export const tooManyGuesses = (seconds: number) =>
  refusal(
    'too-many-attempts',
    `The password was not right too often. Try again in ${Math.ceil(seconds / 60)} min.`,
  );

export const addressIsTaken = () =>
  refusal(
    'address-taken',
    'Another account has this address by now. Sign in to that one, or use another address.',
  );
