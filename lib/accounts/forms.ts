import { z } from 'zod';

/** One account an address: surrounding blanks and case do not count. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'Email addresses have at most 254 characters.')
  .pipe(z.email('Enter an email address, for example ada@example.org.'));

export const PersonName = z
  .string()
  .trim()
  .min(1, 'Enter the name that others may see.')
  .max(60, 'Use at most 60 characters for the name.')
  .regex(/^[^\p{Cc}\p{Cf}<>]*$/u, 'The name contains characters that cannot be shown.');

/** Bounded before it is hashed; the rules for a new password are in password-rules.ts. */
export const PasswordInput = z.string().max(1000, 'Use at most 200 characters.');

export const SignUpForm = z.object({ name: PersonName, email: Email, password: PasswordInput });
export type SignUpForm = z.infer<typeof SignUpForm>;

export const SignInForm = z.object({ email: Email, password: PasswordInput.min(1) });

export const ChangePasswordForm = z.object({ current: PasswordInput.min(1), next: PasswordInput });
export type ChangePasswordForm = z.infer<typeof ChangePasswordForm>;
