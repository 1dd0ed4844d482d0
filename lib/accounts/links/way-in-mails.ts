import { composeMail } from '@/lib/mail/compose-mail';
import type { WayInForm } from './forms';

type Words = { subject: string; before: string; action: string; after: string };

const ignore = 'It was not you? Then do nothing: without this mail nobody can use the link.';
const signInOnce = 'It works once, for 15 minutes.';

/** What is said to the owner of an address that has an account. */
const known: Record<WayInForm['ask'], Words> = {
  signUp: {
    subject: 'You already have an account',
    before: `Somebody, probably you, wanted to sign up with this address. It has an account already, and this link signs you in to it. ${signInOnce}`,
    action: 'Sign in',
    after: `If you have set a password, that signs you in, too. ${ignore}`,
  },
  signIn: {
    subject: 'Your link to sign in',
    before: `You asked for a link to sign in. ${signInOnce}`,
    action: 'Sign in',
    after: ignore,
  },
  reset: {
    subject: 'Set a new password',
    before:
      'You asked to set a new password. This link leads to the page for it; it works once, for 30 minutes. Everything that is signed in to your account now is signed out then.',
    action: 'Set a new password',
    after: 'It was not you? Then do nothing: your password stays as it is.',
  },
};

const noAccount = (asked: string): Words => ({
  subject: 'There is no account for this address',
  before: `${asked} No account here has it; perhaps you signed up with another one. With this link you can make an account. It works once, for 24 hours.`,
  action: 'Make an account',
  after: ignore,
});

/** What is said to the owner of an address that has none. */
const unknown: Record<WayInForm['ask'], Words> = {
  signUp: {
    subject: 'Finish signing up',
    before: 'Welcome. This link leads to the last step and makes your account. It works once, for 24 hours.',
    action: 'Make my account',
    after: ignore,
  },
  signIn: noAccount('Somebody, probably you, asked for a link to sign in with this address.'),
  reset: noAccount('Somebody, probably you, asked for a new password with this address.'),
};

export const wayInMail = (to: string, ask: WayInForm['ask'], isKnown: boolean, url: string) => {
  const { subject, before, action, after } = (isKnown ? known : unknown)[ask];
  return composeMail({ to, subject, blocks: [before, { action, url }, after] });
};
