import { z } from 'zod';
import { roles } from './roles';

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

/** Most characters of what a person says about themselves. */
export const aboutLength = 500;

/** Plain text. Line breaks may be in it; characters that turn the direction of what follows may not. */
const About = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .pipe(
    z
      .string()
      .max(aboutLength, `Use at most ${aboutLength} characters about yourself.`)
      .regex(
        /^(?:\n|[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069])*$/u,
        'There is a character in it that cannot be shown.',
      ),
  );

export const ProfileForm = z.strictObject({ name: PersonName, about: About });
export type ProfileForm = z.infer<typeof ProfileForm>;

export const RoleForm = z.strictObject({ role: z.enum(roles) });

/** Bounded before it is hashed; the rules for a new password are in password-rules.ts. */
export const PasswordInput = z.string().max(1000, 'Use at most 200 characters.');

export const SignUpForm = z.object({ name: PersonName, email: Email, password: PasswordInput });
export type SignUpForm = z.infer<typeof SignUpForm>;

export const SignInForm = z.object({ email: Email, password: PasswordInput.min(1) });

export const ChangePasswordForm = z.object({ current: PasswordInput.min(1), next: PasswordInput });
export type ChangePasswordForm = z.infer<typeof ChangePasswordForm>;
