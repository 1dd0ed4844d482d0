import { z } from 'zod';

/** How long each kind of link works, in minutes. */
export const linkMinutes = {
  verifyEmail: 24 * 60,
  changeEmail: 24 * 60,
  resetPassword: 30,
  signIn: 15,
} as const;
export type LinkPurpose = keyof typeof linkMinutes;

/** What a link carries: 32 random bytes in base64url. */
export const LinkToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, 'This link is not whole. Copy all of it out of the mail.');

/** What a link is worth before it is used. `good`: it works now. */
export type FoundLink = {
  state: 'good' | 'used' | 'expired';
  purpose: LinkPurpose;
  email: string;
  returnPath: string;
  /** The account that it is for; null: none yet. */
  account: {
    id: string;
    name: string;
    email: string | null;
    isGuest: boolean;
    isVerified: boolean;
    hasPassword: boolean;
  } | null;
};

/** Where a link leads. All of these pages change nothing when they are opened: scanners of mail open links, too. */
export const linkPaths = {
  signIn: '/sign-in/link',
  finishSignUp: '/sign-up/finish',
  resetPassword: '/reset-password',
  confirmEmail: '/verify-email',
} as const;
export type LinkPath = (typeof linkPaths)[keyof typeof linkPaths];
