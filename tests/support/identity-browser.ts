import NextAuth from 'next-auth';
import { authOptions } from '@/lib/accounts/auth-options';
import { clientAddressHeader } from '@/lib/http/client-address';

type Came = { status: number; location: string | null; body: unknown };

/** A browser before the site's next-auth, without a server between them: it keeps cookies and follows nothing by itself. */
export const authBrowser = (origin: string, address: string) => {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

  const keep = (header: string) => {
    const [pair = '', ...attributes] = header.split(/;\s*/);
    const at = pair.indexOf('=');
    const isGone = attributes.some((attribute) => /^max-age=0$/i.test(attribute));
    if (isGone) jar.delete(pair.slice(0, at));
    else jar.set(pair.slice(0, at), pair.slice(at + 1));
  };

  const ask = async (
    method: 'GET' | 'POST',
    target: string,
    form: Record<string, string> = {},
  ): Promise<Came> => {
    const url = new URL(target, origin);
    const headers = { cookie: cookie(), 'user-agent': 'Mozilla/5.0', [clientAddressHeader]: address };
    const [, path = ''] = /^\/api\/auth\/(.+)$/.exec(url.pathname) ?? [];
    const came: Came = { status: 200, location: null, body: null };
    const set = new Map<string, string | string[]>();
    // next-auth is typed for Next's own objects; of them it uses these.
    const request = Object.assign(Object.create(null), {
      method,
      headers,
      body: form,
      query: { ...Object.fromEntries(url.searchParams), nextauth: path.split('/') },
      cookies: Object.fromEntries([...jar].map(([name, value]) => [name, decodeURIComponent(value)])),
    });
    const response = Object.assign(Object.create(null), {
      status(code: number) {
        came.status = code;
        return response;
      },
      getHeader: (name: string) => set.get(name.toLowerCase()),
      setHeader(name: string, value: string | string[]) {
        set.set(name.toLowerCase(), value);
        return response;
      },
      json: (value: unknown) => void (came.body = value),
      send: (value: unknown) => void (came.body = value),
      end: () => undefined,
    });
    await NextAuth(request, response, authOptions(new Request(url, { headers })));
    const cookies = set.get('set-cookie') ?? [];
    for (const header of Array.isArray(cookies) ? cookies : [cookies]) keep(header);
    const location = set.get('location');
    if (typeof location === 'string') came.location = location;
    const sent: unknown =
      typeof came.body === 'object' && came.body !== null && Reflect.get(came.body, 'url');
    if (typeof sent === 'string') came.location = sent;
    return came;
  };

  const csrfToken = async () => {
    const { body } = await ask('GET', '/api/auth/csrf');
    return String(typeof body === 'object' && body !== null ? Reflect.get(body, 'csrfToken') : '');
  };

  return {
    ask,
    keep,
    /** The request that a page of this browser makes. */
    request: () => new Request(origin, { headers: { cookie: cookie() } }),
    /** Signs in through a form. @returns null, or the words of the refusal */
    async signIn(provider: string, fields: Record<string, string>): Promise<string | null> {
      const form = { ...fields, csrfToken: await csrfToken(), json: 'true' };
      const { status, location } = await ask('POST', `/api/auth/callback/${provider}`, form);
      if (status === 200) return null;
      return new URL(location ?? '', origin).searchParams.get('error');
    },
    /** Comes back from elsewhere. @returns the page of the site that it ends on */
    async comeBack(url: string): Promise<URL> {
      let next = new URL(url, origin);
      for (let hop = 0; hop < 5 && next.pathname.startsWith('/api/auth/'); hop += 1) {
        next = new URL((await ask('GET', next.href)).location ?? '', origin);
      }
      return next;
    },
    /** Starts to sign in elsewhere. @returns the provider's address */
    async leave(provider: string, callbackUrl = '/'): Promise<string> {
      const form = { csrfToken: await csrfToken(), callbackUrl, json: 'true' };
      return (await ask('POST', `/api/auth/signin/${provider}`, form)).location ?? '';
    },
  };
};
