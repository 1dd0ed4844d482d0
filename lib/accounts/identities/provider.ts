import { siteEnv } from '@/lib/config/env';

export const providerIds = ['github', 'google'] as const;
export type ProviderId = (typeof providerIds)[number];
/** An account elsewhere with which one can sign in here. `name` is what its owner calls it. */
export type Provider = { id: ProviderId; name: string };

const hostOf = (address: string) => new URL(address).host;

/** What each is called, whether it is offered or not. */
export const providerName = (id: ProviderId): string => {
  const { GITHUB_SERVER_URL, GOOGLE_ISSUER } = siteEnv();
  if (id === 'google')
    return hostOf(GOOGLE_ISSUER) === 'accounts.google.com' ? 'Google' : hostOf(GOOGLE_ISSUER);
  return hostOf(GITHUB_SERVER_URL) === 'github.com' ? 'GitHub' : `GitHub (${hostOf(GITHUB_SERVER_URL)})`;
};

/** Those that the settings name, id and secret. */
export const listProviders = (): Provider[] => {
  const env = siteEnv();
  const isSet = {
    github: env.GITHUB_ID !== undefined && env.GITHUB_SECRET !== undefined,
    google: env.GOOGLE_ID !== undefined && env.GOOGLE_SECRET !== undefined,
  };
  return providerIds.filter((id) => isSet[id]).map((id) => ({ id, name: providerName(id) }));
};
