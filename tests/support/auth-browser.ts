// First, since it gives Next what it looks for when it is loaded.
import { callRoute } from './next-request';
import { randomUUID } from 'node:crypto';
import { clientAddressHeader } from '@/lib/http/client-address';

export const origin = 'http://localhost:3000';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** What next-auth answers to a page's form: a text of its JSON, or null. */
const wordOf = async (response: Response, name: string): Promise<string | null> => {
  const answer: unknown = await response.json();
  const word: unknown = typeof answer === 'object' && answer !== null && Reflect.get(answer, name);
  return typeof word === 'string' ? word : null;
};

/**
 * A browser before the site's own routes of next-auth, at an address of the network of its own: it keeps cookies, fetches the
 * CSRF token, sends forms as the pages do, and follows nothing unless it comes back from elsewhere.
 */
export const newAuthBrowser = (userAgent = firefox) => {
  const address = randomUUID();
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

  const keep = (header: string) => {
    const [pair = '', ...rest] = header.split(/;\s*/);
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const isGone = value === '' || rest.some((part) => /^max-age=0$/i.test(part));
    if (isGone) jar.delete(name);
    else jar.set(name, value);
  };

  const send = async (action: string, form?: Record<string, string>): Promise<Response> => {
    const { GET, POST } = await import('@/app/api/auth/[...nextauth]/route');
    const url = new URL(`/api/auth/${action}`, origin);
    const headers = {
      ...{ cookie: cookie(), origin, host: url.host, 'user-agent': userAgent },
      [clientAddressHeader]: address,
    };
    const request = form
      ? new Request(url, { method: 'POST', headers, body: new URLSearchParams(form) })
      : new Request(url, { headers });
    const [, , , ...nextauth] = url.pathname.split('/');
    const response = await callRoute(form ? POST : GET, request, { nextauth });
    response.headers.getSetCookie().forEach(keep);
    return response;
  };

  const submit = async (action: string, fields: Record<string, string> = {}) => {
    const csrfToken = (await wordOf(await send('csrf'), 'csrfToken')) ?? '';
    return send(action, { ...fields, csrfToken, json: 'true' });
  };

  return {
    /** The Cookie header that it would send now. */
    cookie,
    /** Takes a Set-Cookie header. */
    keep,
    send,
    signIn: (provider: string, fields?: Record<string, string>) => submit(`callback/${provider}`, fields),
    signOut: () => submit('signout'),
    /** Starts to sign in elsewhere. @returns the provider's address */
    leave: async (provider: string, callbackUrl = '/') =>
      (await wordOf(await submit(`signin/${provider}`, { callbackUrl }), 'url')) ?? '',
    /** Comes back from elsewhere. @returns the page of the site that it ends on */
    async comeBack(url: string): Promise<URL> {
      let next = new URL(url, origin);
      for (let hop = 0; hop < 5 && next.pathname.startsWith('/api/auth/'); hop += 1) {
        const response = await send(next.pathname.slice('/api/auth/'.length) + next.search);
        next = new URL(response.headers.get('location') ?? '', origin);
      }
      return next;
    },
  };
};

export type AuthBrowser = ReturnType<typeof newAuthBrowser>;

/** The words of a refused sign-in; null when somebody was let in. */
export const refusalOf = async (response: Response): Promise<string | null> =>
  response.status === 200
    ? null
    : new URL((await wordOf(response, 'url')) ?? '', origin).searchParams.get('error');
