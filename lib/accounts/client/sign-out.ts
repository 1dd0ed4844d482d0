import { fetchAgain } from '@/lib/ui/fetch-again';
import type { FormAnswer } from '@/lib/ui/form/form-answer';

/** Ends this browser's session through next-auth's endpoint. */
export const signOut = async (): Promise<FormAnswer> => {
  try {
    const answer: unknown = await (await fetchAgain('/api/auth/csrf')).json();
    const csrfToken = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'csrfToken') : '';
    const response = await fetchAgain('/api/auth/signout', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken: String(csrfToken), json: 'true' }),
    });
    if (response.ok) return { ok: true };
  } catch {
    // Told below, like an answer that is not ok.
  }
  return { ok: false, message: 'You are still signed in: the site does not answer. Try again.', field: null };
};
