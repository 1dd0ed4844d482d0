// First, since it gives Next what it looks for when it is loaded.
import { origin, type AuthBrowser } from './auth-browser';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { linkingCookie } from '@/lib/accounts/identities/linking';
import type { ProviderId } from '@/lib/accounts/identities/provider';
import { readTold } from '@/lib/accounts/identities/told';
import type { Viewer } from '@/lib/accounts/viewer';
import { db } from '@/lib/db/client';
import { client, startIdentityProvider, type IdentityProvider, type Person } from './identity-provider';
import { newAddress } from './people';
import { prepareSite } from './site-environment';

export const toldOn = (page: URL) => readTold(page.searchParams.get('told'));
export const startLinking = async (browser: AuthBrowser, id: ProviderId, viewer: Viewer) =>
  browser.keep(await linkingCookie(id, viewer));

let people = 1000;
export const newPerson = (more: Partial<Person> = {}): Person => {
  const id = ++people;
  return { id, login: `ada${id}`, name: 'Ada Lovelace', email: newAddress(), isConfirmed: true, ...more };
};

/** The site with GitHub and Google, which are one server on loopback, for as long as a file lasts. */
export const withElsewhere = () => {
  let running: { site: Awaited<ReturnType<typeof prepareSite>>; provider: IdentityProvider } | undefined;
  const provider = () => {
    if (!running) throw new Error('The provider runs only while tests do.');
    return running.provider;
  };
  beforeAll(async () => {
    const started = await startIdentityProvider(() => origin);
    Object.assign(process.env, {
      SMTP_URL: 'smtp://127.0.0.1:1',
      GITHUB_ID: client.id,
      GITHUB_SECRET: client.secret,
      GITHUB_SERVER_URL: started.url,
      GOOGLE_ID: client.id,
      GOOGLE_SECRET: client.secret,
      GOOGLE_ISSUER: started.url,
    });
    running = { provider: started, site: await prepareSite() };
  });
  afterAll(async () => {
    await running?.provider.close();
    await running?.site.close();
  });
  afterEach(() => {
    provider().spoil(null);
    provider().setDown(false);
  });
  return {
    provider,
    /** Goes the whole way: to the provider, through its page, and back. @returns the page that it ends on */
    async go(browser: AuthBrowser, id: ProviderId, person: Person, callbackUrl = '/labs'): Promise<URL> {
      provider().be(person);
      return browser.comeBack(await provider().decide(await browser.leave(id, callbackUrl)));
    },
    /** The account that a person elsewhere signs in to. */
    async ownerOf(name: ProviderId, { id }: Person): Promise<string | null> {
      const key = { provider: name, subject: `${provider().url} ${id}` };
      return (await db().identity.findUnique({ where: { provider_subject: key } }))?.userId ?? null;
    },
  };
};
