import { callRoute } from './next-request';

const origin = 'http://localhost:3000';

/** A browser before the routes of next-auth: it keeps cookies, fetches the CSRF token and sends forms as the pages do. */
export const newAuthBrowser = (
  userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
) => {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

  const send = async (action: string, form?: Record<string, string>): Promise<Response> => {
    const { GET, POST } = await import('@/app/api/auth/[...nextauth]/route');
    const request = new Request(`${origin}/api/auth/${action}`, {
      method: form ? 'POST' : 'GET',
      headers: {
        cookie: cookie(),
        origin,
        host: 'localhost:3000',
        'user-agent': userAgent,
        ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form && { body: new URLSearchParams(form) }),
    });
    const response = await callRoute(form ? POST : GET, request, { nextauth: action.split('/') });
    for (const set of response.headers.getSetCookie()) {
      const [pair = '', ...rest] = set.split('; ');
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      const isGone = value === '' || rest.some((part) => /^max-age=0$/i.test(part));
      if (isGone) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };

  const csrfToken = async (): Promise<string> => {
    const answer: unknown = await (await send('csrf')).json();
    return String(typeof answer === 'object' && answer !== null && Reflect.get(answer, 'csrfToken'));
  };

  return {
    /** The Cookie header that it would send now. */
    cookie,
    send,
    signIn: async (provider: string, fields: Record<string, string> = {}) =>
      send(`callback/${provider}`, { ...fields, csrfToken: await csrfToken(), json: 'true' }),
    signOut: async () => send('signout', { csrfToken: await csrfToken(), json: 'true' }),
  };
};
