import type { FormAnswer } from '@/lib/ui/form/form-answer';
import { sendForm, signInWith, stringAt } from './sign-in-with';

/**
 * Sends a form whose handler answers with a token for this browser (a finished sign-up, a reset password), then signs in with
 * it. When only the second part fails, what the form was for is done, and the person hears how to go on.
 */
export const signInHanded = async (path: string, fields: Record<string, string>): Promise<FormAnswer> => {
  const sent = await sendForm(path, fields, { 'weak-password': 'password' });
  if (!sent.ok) return sent;
  const signedIn = await signInWith('link', { token: stringAt(sent.value, 'signInToken') ?? '' });
  if (signedIn.ok) return signedIn;
  return { ...signedIn, message: `That is done, but you are not signed in. ${signedIn.message}` };
};
