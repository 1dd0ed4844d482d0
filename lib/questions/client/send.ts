import { fetchAgain } from '@/lib/ui/fetch-again';

export type Answered = { ok: true; value: unknown } | { ok: false; code: string; message: string };

export const valueAt = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

export const textAt = (value: unknown, name: string): string | null => {
  const found = valueAt(value, name);
  return typeof found === 'string' ? found : null;
};
export const numberAt = (value: unknown, name: string): number | null => {
  const found = valueAt(value, name);
  return typeof found === 'number' ? found : null;
};
export const listAt = (value: unknown, name: string): unknown[] => {
  const found = valueAt(value, name);
  return Array.isArray(found) ? found : [];
};
export const isTrueAt = (value: unknown, name: string) => valueAt(value, name) === true;

const unreachable = {
  ok: false,
  code: 'unreachable',
  message: 'The site does not answer. What you wrote is kept in this browser; try again in a moment.',
} as const;

/** Asks one of the site's handlers. Every request of this feature may arrive twice, so one that breaks off is sent again. */
export const send = async (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answered> => {
  try {
    const content: { body?: string } = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { 'content-type': 'application/json' };
    // A vote is shown at once, so it must arrive also when the page is left at once. Browsers keep 64 KiB alive at most.
    const keepalive = method !== 'GET' && (content.body?.length ?? 0) < 16_000;
    const response = await fetchAgain(path, { method, headers, keepalive, ...content });
    const answer: unknown = response.status === 204 ? undefined : await response.json();
    if (response.ok) return { ok: true, value: answer };
    const error = valueAt(answer, 'error');
    const message = textAt(error, 'message') ?? 'The site did not accept this. Try again in a moment.';
    return { ok: false, code: textAt(error, 'code') ?? 'unknown', message };
  } catch {
    return unreachable;
  }
};
