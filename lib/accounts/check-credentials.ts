import 'server-only';
import { resetUses, takeUse } from '@/lib/limits/take-use';
import { refusal, success } from '@/lib/outcome/outcome';
import { SignInForm } from './forms';
import { signInByAccount, signInByAddress } from './limits';
import { verifyPassword } from './passwords';
import { findCredentials } from './store';
import { isSuspended, suspensionWords } from './suspension';

const wrong = () => refusal('wrong-credentials', 'The email address and the password do not fit together.');

const tooMany = (seconds: number) =>
  refusal(
    'too-many-attempts',
    `Too many attempts. Try again in ${Math.ceil(seconds / 60)} min, or continue as a guest.`,
  );

/** Checks an email and a password. An unknown address takes the same limits, time and answer as a wrong password. */
export const checkCredentials = async (input: unknown, address: string) => {
  const form = SignInForm.safeParse(input);
  const byAddress = await takeUse(signInByAddress, address);
  if (!byAddress.allowed) return tooMany(byAddress.retryAfterSeconds);
  if (!form.success) return wrong();
  const byAccount = await takeUse(signInByAccount, form.data.email);
  if (!byAccount.allowed) return tooMany(byAccount.retryAfterSeconds);
  const user = await findCredentials(form.data.email);
  const fits = await verifyPassword(user?.passwordHash ?? null, form.data.password);
  if (!user || !fits) return wrong();
  if (isSuspended(user))
    return refusal('suspended', suspensionWords(user.suspendedBecause, user.suspendedUntil));
  await resetUses(signInByAccount, form.data.email);
  return success({ id: user.id, name: user.name });
};
