import 'server-only';
import type { NextAuthOptions, Profile } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import { siteEnv } from '@/lib/config/env';
import { Email } from '../forms';
import { subjectAt } from './foreign-identity';

const usualGitHub = 'https://github.com';
const usualGoogle = 'https://accounts.google.com';
const httpOptions = { timeout: 10_000 };

const GitHubUser = z.object({ id: z.number().int(), login: z.string(), name: z.string().nullish() });
const GitHubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));
const GoogleClaims = z.object({
  sub: z.string().min(1),
  name: z.string().nullish(),
  email: z.string().nullish(),
  email_verified: z.union([z.boolean(), z.stringbool()]).nullish(),
});

const confirmed = (email: string | null | undefined) => Email.safeParse(email).data ?? null;

/** The primary address, if GitHub confirmed it. Whoever may not be asked for addresses has none. */
const findGitHubEmail = async (api: string, accessToken: string): Promise<string | null> => {
  const response = await fetch(`${api}/user/emails`, {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'application/vnd.github+json' },
    signal: AbortSignal.timeout(httpOptions.timeout),
  });
  if (response.status === 403 || response.status === 404) return null;
  if (!response.ok) throw new Error(`GitHub answered ${response.status} when asked for addresses.`);
  const emails = GitHubEmails.parse(await response.json());
  return confirmed(emails.find(({ primary, verified }) => primary && verified)?.email);
};

const gitHub = (clientId: string, clientSecret: string): OAuthConfig<Profile> => {
  const server = new URL(siteEnv().GITHUB_SERVER_URL).origin;
  const api = server === usualGitHub ? 'https://api.github.com' : `${server}/api/v3`;
  return {
    id: 'github',
    name: 'GitHub',
    type: 'oauth',
    clientId,
    clientSecret,
    httpOptions,
    checks: ['pkce', 'state'],
    issuer: `${server}/login/oauth`,
    authorization: { url: `${server}/login/oauth/authorize`, params: { scope: 'read:user user:email' } },
    token: `${server}/login/oauth/access_token`,
    userinfo: {
      url: `${api}/user`,
      request: async ({ client, tokens }) => {
        const token = z.string().parse(tokens.access_token);
        const { id, name, login } = GitHubUser.parse(await client.userinfo(token));
        const email = await findGitHubEmail(api, token);
        return { sub: String(id), name: name || login, ...(email ? { email } : {}) };
      },
    },
    profile: ({ sub = '', name, email }) => ({
      id: sub && subjectAt(server, usualGitHub, sub),
      name: name ?? '',
      email: email ?? null,
    }),
  };
};

const google = (clientId: string, clientSecret: string): OAuthConfig<Profile> => {
  const issuer = siteEnv().GOOGLE_ISSUER.replace(/\/+$/, '');
  return {
    id: 'google',
    name: 'Google',
    type: 'oauth',
    clientId,
    clientSecret,
    httpOptions,
    checks: ['pkce', 'state', 'nonce'],
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    profile: (claims) => {
      const { sub, name, email, email_verified: isConfirmed } = GoogleClaims.parse(claims);
      return {
        id: subjectAt(issuer, usualGoogle, sub),
        name: name ?? '',
        email: isConfirmed ? confirmed(email) : null,
      };
    },
  };
};

/** GitHub and Google for next-auth, as far as the settings name them. State, PKCE and (Google) nonce are checked. */
export const oauthProviders = (): NextAuthOptions['providers'] => {
  const { GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET } = siteEnv();
  return [
    ...(GITHUB_ID && GITHUB_SECRET ? [gitHub(GITHUB_ID, GITHUB_SECRET)] : []),
    ...(GOOGLE_ID && GOOGLE_SECRET ? [google(GOOGLE_ID, GOOGLE_SECRET)] : []),
  ];
};
