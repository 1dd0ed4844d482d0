import { z } from 'zod';
import { Email, PasswordInput, PersonName } from '../forms';
import { safeCallbackPath } from '../safe-callback-path';
import { LinkToken } from './link';

/** What a visitor asks for who is not signed in: to sign up, to sign in without a password, or for a new password. */
export const WayInForm = z.strictObject({
  ask: z.enum(['signUp', 'signIn', 'reset']),
  email: Email,
  returnPath: z
    .string()
    .max(2000)
    .default('/')
    .transform((path) => safeCallbackPath(path)),
});
export type WayInForm = z.output<typeof WayInForm>;

/** An empty password: none, the account is signed in to by mail. */
export const FinishSignUpForm = z.strictObject({
  token: LinkToken,
  name: PersonName,
  password: PasswordInput,
});
export type FinishSignUpForm = z.output<typeof FinishSignUpForm>;

export const ResetPasswordForm = z.strictObject({ token: LinkToken, password: PasswordInput });
export type ResetPasswordForm = z.output<typeof ResetPasswordForm>;

export const ConfirmEmailForm = z.strictObject({ token: LinkToken });

/** `password` is asked of accounts that have one. */
export const ChangeEmailForm = z.strictObject({ email: Email, password: PasswordInput.default('') });
export type ChangeEmailForm = z.output<typeof ChangeEmailForm>;
