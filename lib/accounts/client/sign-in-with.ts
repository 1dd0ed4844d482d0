import { fetchAgain } from '@/lib/ui/fetch-again';
import type { FormAnswer } from '@/lib/ui/form/form-answer';

const unreachable = {
  ok: false,
  message: 'The site does not answer. What you typed is kept; try again in a moment.',
  field: null,
} as const;

export const stringAt = (value: unknown, key: string): string | null => {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
  return typeof found === 'string' ? found : null;
};

const wrongCredentials = 'The email address and the password do not fit together.';

/** Signs in through next-auth's own endpoint: its CSRF token first, then the credentials. */
export const signInWith = async (
  provider: 'credentials' | 'guest' | 'link',
  fields: Record<string, string>,
): Promise<FormAnswer> => {
  try {
    const csrfToken = stringAt(await (await fetchAgain('/api/auth/csrf')).json(), 'csrfToken') ?? '';
    const response = await fetchAgain(`/api/auth/callback/${provider}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
    });
    const answer: unknown = await response.json();
    if (response.ok) return { ok: true };
    const url = stringAt(answer, 'url');
    const error = url && new URL(url, location.origin).searchParams.get('error');
    return { ok: false, message: error?.includes(' ') ? error : wrongCredentials, field: null };
  } catch {
    return unreachable;
  }
};

/** `value`: what the handler answered, undefined when it had nothing to say. */
type SentForm = { ok: true; value: unknown } | Extract<FormAnswer, { ok: false }>;

/** Sends a form as JSON to one of the site's own handlers. `fieldOfCode` says which field an error code is about. */
export const sendForm = async (
  path: string,
  fields: Record<string, string>,
  fieldOfCode: Record<string, string> = {},
): Promise<SentForm> => {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    });
    const answer: unknown = response.status === 204 ? undefined : await response.json();
    if (response.ok) return { ok: true, value: answer };
    const error: unknown =
      typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'error') : null;
    const code = stringAt(error, 'code') ?? '';
    const field = /^invalid:(\w+)/.exec(code)?.[1] ?? fieldOfCode[code] ?? null;
    return { ok: false, message: stringAt(error, 'message') ?? unreachable.message, field };
  } catch {
    return unreachable;
  }
};
