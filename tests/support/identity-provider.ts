import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export type Person = { id: number; login: string; name: string; email: string | null; isConfirmed: boolean };

/** What is wrong with the id tokens from now on. */
type Spoiled = 'nonce' | 'signature' | 'audience' | 'issuer' | 'age';

export const client = { id: 'course', secret: 'a secret of the client' };

type Grant = {
  kind: 'openid' | 'github';
  challenge: string;
  nonce: string;
  redirectUri: string;
  person: Person;
};
type Answer = { status?: number; type?: string; location?: string; body?: string };

const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});
const refused = (words: string): Answer => ({ status: 400, type: 'text/plain', body: words });

const readBody = async (request: IncomingMessage) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return new URLSearchParams(Buffer.concat(chunks).toString());
};

/**
 * A server on loopback that is GitHub (OAuth 2.0 and its API) and an OpenID provider at once, and keeps to the rules: client
 * and redirect are checked, a code works once, PKCE is demanded, id tokens are signed. Its page asks `person` whether to go on.
 */
export const startIdentityProvider = async (callbackOrigin: () => string) => {
  const keys = await generateKeyPair('RS256');
  const others = await generateKeyPair('RS256');
  const asked = new Map<string, Grant & { state: string }>();
  const grants = new Map<string, Grant>();
  const tokens = new Map<string, Person>();
  let issuer = '';
  let spoiled: Spoiled | null = null;
  let isDown = false;
  let person: Person = { id: 1, login: 'nobody', name: 'Nobody', email: null, isConfirmed: false };

  const ask = (kind: Grant['kind'], query: URLSearchParams): Answer => {
    const value = (name: string) => query.get(name) ?? '';
    const provider = kind === 'github' ? 'github' : 'google';
    if (value('client_id') !== client.id) return refused('unknown client');
    if (value('redirect_uri') !== `${callbackOrigin()}/api/auth/callback/${provider}`)
      return refused('unknown redirect_uri');
    if (value('response_type') !== 'code') return refused('response_type');
    if (value('code_challenge_method') !== 'S256' || value('code_challenge') === '') return refused('PKCE');
    if (value('state') === '') return refused('state');
    if (kind === 'openid' && value('nonce') === '') return refused('nonce');
    const id = randomUUID();
    asked.set(id, {
      kind,
      person,
      state: value('state'),
      nonce: value('nonce'),
      challenge: value('code_challenge'),
      redirectUri: value('redirect_uri'),
    });
    const body = `<!doctype html><html lang="en"><title>Another site</title><link rel="icon" href="data:,">
      <form method="post" action="/consent"><input type="hidden" name="id" value="${id}">
      <button name="answer" value="yes">Continue as ${person.login}</button>
      <button name="answer" value="no">Cancel</button></form>`;
    return { type: 'text/html', body };
  };

  const consent = (form: URLSearchParams): Answer => {
    const wanted = asked.get(form.get('id') ?? '');
    if (!wanted) return refused('nothing was asked');
    const { state, ...grant } = wanted;
    const back = new URL(grant.redirectUri);
    back.searchParams.set('state', state);
    if (form.get('answer') === 'yes') {
      const code = randomUUID();
      grants.set(code, grant);
      back.searchParams.set('code', code);
    } else back.searchParams.set('error', 'access_denied');
    return { status: 303, location: back.href };
  };

  const isClient = (request: IncomingMessage, form: URLSearchParams) => {
    const [, basic = ''] = /^Basic (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString().split(':').map(decodeForm);
    return basic === ''
      ? form.get('client_id') === client.id && form.get('client_secret') === client.secret
      : id === client.id && secret === client.secret;
  };

  const idToken = ({ person: { id, name, email, isConfirmed }, nonce }: Grant) => {
    const now = Math.floor(Date.now() / 1000);
    const issuedAt = spoiled === 'age' ? now - 7200 : now;
    return new SignJWT({
      name,
      nonce: spoiled === 'nonce' ? randomUUID() : nonce,
      ...(email ? { email, email_verified: isConfirmed } : {}),
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setSubject(String(id))
      .setIssuer(spoiled === 'issuer' ? 'http://evil.example' : issuer)
      .setAudience(spoiled === 'audience' ? 'another client' : client.id)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + 600)
      .sign(spoiled === 'signature' ? others.privateKey : keys.privateKey);
  };

  const token = async (request: IncomingMessage, form: URLSearchParams): Promise<Answer> => {
    const grant = grants.get(form.get('code') ?? '');
    grants.delete(form.get('code') ?? '');
    const verifier = form.get('code_verifier') ?? '';
    const isProven = grant?.challenge === createHash('sha256').update(verifier).digest('base64url');
    if (!isClient(request, form)) return json({ error: 'invalid_client' }, 401);
    if (!grant || !isProven || form.get('redirect_uri') !== grant.redirectUri)
      return json({ error: 'invalid_grant' }, 400);
    const accessToken = randomUUID();
    tokens.set(accessToken, grant.person);
    const answer = { access_token: accessToken, token_type: 'bearer', scope: 'openid email profile' };
    return json(grant.kind === 'github' ? answer : { ...answer, id_token: await idToken(grant) });
  };

  const personOf = (request: IncomingMessage) =>
    tokens.get(/^(?:Bearer|token) (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '');

  const api = (request: IncomingMessage, path: string): Answer => {
    const found = personOf(request);
    if (!found) return json({ message: 'Bad credentials' }, 401);
    const { id, login, name, email, isConfirmed } = found;
    if (path === '/api/v3/user') return json({ id, login, name: name || null, email: null });
    const other = { email: `other-${login}@example.org`, primary: false, verified: true };
    return json(email ? [other, { email, primary: true, verified: isConfirmed }] : []);
  };

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
    if (isDown) return { status: 503 };
    switch (`${request.method} ${pathname}`) {
      case 'GET /.well-known/openid-configuration':
        return json({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        });
      case 'GET /jwks':
        return json({
          keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }],
        });
      case 'GET /authorize':
        return ask('openid', searchParams);
      case 'GET /login/oauth/authorize':
        return ask('github', searchParams);
      case 'POST /consent':
        return consent(await readBody(request));
      case 'POST /token':
      case 'POST /login/oauth/access_token':
        return token(request, await readBody(request));
      case 'GET /api/v3/user':
      case 'GET /api/v3/user/emails':
        return api(request, pathname);
      default:
        return { status: 404 };
    }
  };

  const server = createServer((request, response) => {
    answer(request).then(
      ({ status = 200, type, location, body }) => {
        response.writeHead(status, {
          ...(type ? { 'content-type': type } : {}),
          ...(location ? { location } : {}),
        });
        response.end(body);
      },
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The identity provider has no port.');
  issuer = `http://127.0.0.1:${address.port}`;
  return {
    url: issuer,
    /** Who is signed in at the provider from now on. */
    be: (next: Person) => void (person = next),
    spoil: (next: Spoiled | null) => void (spoiled = next),
    setDown: (next: boolean) => void (isDown = next),
    /** Opens the provider's page and answers it as a person would. @returns where the browser is sent then */
    async decide(url: string, yes = true): Promise<string> {
      const page = await (await fetch(url)).text();
      const id = /name="id" value="([^"]+)"/.exec(page)?.[1];
      if (!id) throw new Error(`The provider refused: ${page}`);
      const form = new URLSearchParams({ id, answer: yes ? 'yes' : 'no' });
      const response = await fetch(`${issuer}/consent`, { method: 'POST', body: form, redirect: 'manual' });
      return response.headers.get('location') ?? '';
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
export type IdentityProvider = Awaited<ReturnType<typeof startIdentityProvider>>;

/** As in a form: what was percent-encoded, and plus signs for blanks. */
const decodeForm = (text: string) => decodeURIComponent(text.replaceAll('+', ' '));
