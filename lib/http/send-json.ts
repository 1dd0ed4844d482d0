import { fetchAgain } from '@/lib/ui/fetch-again';

export type Sent =
  | { ok: true; value: unknown }
  /** `mayRetry`: the site did not answer, or asked to come back later; what was sent is still good. */
  | { ok: false; mayRetry: boolean; message: string };

const unreachable: Sent = { ok: false, mayRetry: true, message: 'The site does not answer.' };

const messageOf = (answer: unknown) => {
  const error: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'error') : null;
  const message: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'message') : null;
  return typeof message === 'string' ? message : 'The site did not accept this.';
};

/** Sends a request that may be repeated from the browser to one of the site's own handlers. It outlives the page. */
export const sendJson = async (method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<Sent> => {
  try {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const response = await fetchAgain(path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(text === undefined ? {} : { body: text }),
      // Browsers refuse to keep more than 64 KiB alive.
      keepalive: (text?.length ?? 0) < 16_000,
    });
    const answer: unknown = response.status === 204 ? undefined : await response.json();
    if (response.ok) return { ok: true, value: answer };
    const mayRetry = [401, 408, 429].includes(response.status) || response.status >= 500;
    return { ok: false, mayRetry, message: messageOf(answer) };
  } catch {
    return unreachable;
  }
};
