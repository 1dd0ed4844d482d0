import { fetchAgain } from '@/lib/ui/fetch-again';
import type { FormAnswer } from '@/lib/ui/form/form-answer';
import { callbackWords } from '../identities/callback-words';
import { stringAt } from './sign-in-with';

const failed = (message: string): FormAnswer => ({ ok: false, message, field: null });

/**
 * Leaves for a provider's page through next-auth, which comes back to `returnPath`. Answers only when that is not possible;
 * else the browser is on its way.
 */
export const goElsewhere = async (provider: string, returnPath: string): Promise<FormAnswer> => {
  try {
    const csrfToken = stringAt(await (await fetchAgain('/api/auth/csrf')).json(), 'csrfToken') ?? '';
    const response = await fetchAgain(`/api/auth/signin/${provider}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, callbackUrl: returnPath, json: 'true' }),
    });
    const url = new URL(stringAt(await response.json(), 'url') ?? '', location.origin);
    if (url.origin === location.origin) {
      return failed(callbackWords(url.searchParams.get('error') ?? 'unknown') ?? '');
    }
    window.location.assign(url);
    return { ok: true };
  } catch {
    return failed('The site does not answer. Try again in a moment.');
  }
};
