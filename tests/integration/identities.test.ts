import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkCredentials } from '@/lib/accounts/check-credentials';
import { findViewer } from '@/lib/accounts/find-viewer';
import { findWaysIn } from '@/lib/accounts/identities/find-ways-in';
import { linkingCookie } from '@/lib/accounts/identities/linking';
import { setFirstPassword } from '@/lib/accounts/identities/set-first-password';
import { signInWithIdentity } from '@/lib/accounts/identities/sign-in-with-identity';
import { readTold } from '@/lib/accounts/identities/told';
import { unlinkIdentity } from '@/lib/accounts/identities/unlink-identity';
import type { Viewer } from '@/lib/accounts/viewer';
import { db } from '@/lib/db/client';
import { mailsTo, newAccount, newAddress, newGuest, password } from '@/tests/support/mail-people';
import { authBrowser } from '@/tests/support/identity-browser';
import {
  client,
  startIdentityProvider,
  type IdentityProvider,
  type Person,
} from '@/tests/support/identity-provider';
import { prepareSite } from '@/tests/support/site-environment';

const origin = 'http://localhost:3000';
let site: Awaited<ReturnType<typeof prepareSite>>;
let provider: IdentityProvider;
beforeAll(async () => {
  provider = await startIdentityProvider(() => origin);
  Object.assign(process.env, {
    SMTP_URL: 'smtp://127.0.0.1:1',
    GITHUB_ID: client.id,
    GITHUB_SECRET: client.secret,
    GITHUB_SERVER_URL: provider.url,
    GOOGLE_ID: client.id,
    GOOGLE_SECRET: client.secret,
    GOOGLE_ISSUER: provider.url,
  });
  site = await prepareSite();
});
afterAll(async () => {
  await provider.close();
  await site.close();
});
afterEach(() => {
  provider.spoil(null);
  provider.setDown(false);
});

let people = 1000;
const newPerson = (more: Partial<Person> = {}): Person => {
  const id = ++people;
  return { id, login: `ada${id}`, name: 'Ada Lovelace', email: newAddress(), isConfirmed: true, ...more };
};
const providers = ['github', 'google'] as const;
type Id = (typeof providers)[number];
const newBrowser = () => authBrowser(origin, randomUUID());
type Browser = ReturnType<typeof newBrowser>;

/** Goes the whole way: to the provider, through its page, and back. */
const go = async (browser: Browser, id: Id, person: Person, callbackUrl = '/labs') => {
  provider.be(person);
  return browser.comeBack(await provider.decide(await browser.leave(id, callbackUrl)));
};
const viewerOf = (browser: Browser) => findViewer(browser.request());
const toldOn = (page: URL) => readTold(page.searchParams.get('told'));
const subjectOf = ({ id }: Person) => `${provider.url} ${id}`;
const ownerOf = async (id: Id, person: Person) =>
  (
    await db().identity.findUnique({
      where: { provider_subject: { provider: id, subject: subjectOf(person) } },
    })
  )?.userId ?? null;
const startLinking = async (browser: Browser, id: Id, viewer: Viewer) =>
  browser.keep(await linkingCookie(id, viewer));

describe.each(providers)('signing in with %s', (id) => {
  it('makes a confirmed account for somebody new, and finds it again by the unchanging id', async () => {
    const person = newPerson();
    const browser = newBrowser();
    expect((await go(browser, id, person)).pathname).toBe('/labs');
    const viewer = await viewerOf(browser);
    expect(viewer).toMatchObject({ name: 'Ada Lovelace', email: person.email, isGuest: false });
    const row = await db().user.findUniqueOrThrow({ where: { id: viewer?.id ?? '' } });
    expect(row.emailVerifiedAt).not.toBeNull();
    expect(row.passwordHash).toBeNull();

    const later = newBrowser();
    await go(later, id, { ...person, email: newAddress(), login: 'renamed', name: 'Ada King' });
    expect(await viewerOf(later)).toMatchObject({
      id: viewer?.id,
      name: 'Ada Lovelace',
      email: person.email,
    });
  });

  it('makes one account when the same person comes back in two tabs at once', async () => {
    const person = newPerson();
    const tabs = [newBrowser(), newBrowser(), newBrowser()];
    await Promise.all(tabs.map((tab) => go(tab, id, person)));
    const viewers = await Promise.all(tabs.map(viewerOf));
    expect(new Set(viewers.map((viewer) => viewer?.id)).size).toBe(1);
    expect(await db().user.count({ where: { email: person.email } })).toBe(1);
  });

  it('uses no address that the provider has not confirmed', async () => {
    const owner = await newAccount();
    const browser = newBrowser();
    await go(browser, id, newPerson({ email: owner.email, isConfirmed: false }));
    const viewer = await viewerOf(browser);
    expect(viewer).toMatchObject({ email: null, isGuest: false });
    expect(viewer?.id).not.toBe(owner.id);
  });

  it('signs in to the account of the same address when both sides have it confirmed, and tells its owner', async () => {
    const owner = await newAccount();
    const person = newPerson({ email: owner.email.toUpperCase() });
    const browser = newBrowser();
    await go(browser, id, person);
    expect(await viewerOf(browser)).toMatchObject({ id: owner.id });
    expect(await ownerOf(id, person)).toBe(owner.id);
    expect((await mailsTo(owner.email)).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('was linked to your account'),
    ]);
  });

  it('refuses the account of the same address when nobody confirmed it here, and says how to link', async () => {
    const owner = await newAccount({ isVerified: false });
    const person = newPerson({ email: owner.email });
    const browser = newBrowser();
    const page = await go(browser, id, person);
    expect(page.pathname).toBe('/sign-in');
    expect(page.searchParams.get('callbackUrl')).toBe('/labs');
    expect(await toldOn(page)).toMatch(/Sign in with your password, or set a new one by mail, then link/);
    expect(await viewerOf(browser)).toBeNull();
    expect(await ownerOf(id, person)).toBeNull();
  });

  it('refuses a suspended account in the words that its password gets', async () => {
    const person = newPerson();
    await go(newBrowser(), id, person);
    const userId = (await ownerOf(id, person)) ?? '';
    await db().user.update({
      where: { id: userId },
      data: { suspendedAt: new Date(), suspendedBecause: 'Advertising.' },
    });
    const browser = newBrowser();
    const page = await go(browser, id, person);
    expect(await toldOn(page)).toBe('This account is suspended. A moderator wrote: “Advertising.”');
    expect(await viewerOf(browser)).toBeNull();
  });

  it('keeps the row and the progress of a guest', async () => {
    const guest = await newGuest();
    await db().lessonProgress.create({ data: { userId: guest.id, course: 'c', lesson: 'l' } });
    const browser = newBrowser();
    browser.keep(guest.cookie);
    await go(browser, id, newPerson());
    expect(await viewerOf(browser)).toMatchObject({ id: guest.id, isGuest: false, name: 'Ada Lovelace' });
    expect(await guest.find()).toBeNull();
    expect(await db().lessonProgress.count({ where: { userId: guest.id } })).toBe(1);
  });

  it('leaves the guest a guest when the person has an account', async () => {
    const person = newPerson();
    await go(newBrowser(), id, person);
    const guest = await newGuest();
    const browser = newBrowser();
    browser.keep(guest.cookie);
    await go(browser, id, person);
    expect(await viewerOf(browser)).toMatchObject({ id: await ownerOf(id, person) });
    expect(await db().user.findUnique({ where: { id: guest.id } })).toMatchObject({ isGuest: true });
  });

  it('comes back with a sentence when it is cancelled', async () => {
    provider.be(newPerson());
    const browser = newBrowser();
    const page = await browser.comeBack(await provider.decide(await browser.leave(id), false));
    expect(page.pathname).toBe('/sign-in');
    expect(page.searchParams.get('error')).toBe('Callback');
    expect(await viewerOf(browser)).toBeNull();
  });

  it('refuses a state that is not this browser’s, none, and a code that was used', async () => {
    const person = newPerson();
    provider.be(person);
    const victim = newBrowser();
    const attacker = newBrowser();
    await victim.leave(id);
    const stolen = await provider.decide(await attacker.leave(id));
    expect((await victim.comeBack(stolen)).searchParams.get('error')).toBe('OAuthCallback');
    const bare = new URL(stolen);
    bare.searchParams.delete('state');
    expect((await attacker.comeBack(bare.href)).searchParams.get('error')).toBe('OAuthCallback');
    expect(await viewerOf(victim)).toBeNull();

    const honest = newBrowser();
    const back = await provider.decide(await honest.leave(id));
    expect((await honest.comeBack(back)).searchParams.get('error')).toBeNull();
    expect((await honest.comeBack(back)).searchParams.get('error')).toBe('OAuthCallback');
  });

  it('refuses a code that another browser asked for, even with its state: PKCE', async () => {
    provider.be(newPerson());
    const [one, two] = [newBrowser(), newBrowser()];
    const first = new URL(await provider.decide(await one.leave(id)));
    const second = new URL(await provider.decide(await two.leave(id)));
    second.searchParams.set('code', first.searchParams.get('code') ?? '');
    expect((await two.comeBack(second.href)).searchParams.get('error')).toBe('OAuthCallback');
  });

  it('goes nowhere but back to this site', async () => {
    const browser = newBrowser();
    const page = await go(browser, id, newPerson(), 'https://evil.example/labs');
    expect(page.origin).toBe(origin);
    expect(page.pathname).toBe('/');
  });

  it('answers with a name that can be shown', async () => {
    const browser = newBrowser();
    await go(browser, id, newPerson({ name: `<b>Ada</b>\r\nBcc: eve\u202e ${'x'.repeat(80)}` }));
    expect((await viewerOf(browser))?.name).toMatch(/^b Ada \/b Bcc: eve x{1,60}$/);
    expect((await viewerOf(browser))?.name.length).toBeLessThanOrEqual(60);
  });
});

describe('an id token', () => {
  it.each(['nonce', 'signature', 'audience', 'issuer', 'age'] as const)(
    'with a wrong %s lets nobody in',
    async (what) => {
      provider.spoil(what);
      const browser = newBrowser();
      const page = await go(browser, 'google', newPerson());
      expect(page.searchParams.get('error')).toBe('OAuthCallback');
      expect(await viewerOf(browser)).toBeNull();
    },
  );

  it('is not asked for while the provider is down; the page says so', async () => {
    provider.setDown(true);
    const url = await newBrowser().leave('google');
    expect(new URL(url, origin).searchParams.get('error')).toBe('OAuthSignin');
  });
});

describe('an account elsewhere', () => {
  it('is linked by whoever is signed in and asked for it, in the same session', async () => {
    const owner = await newAccount({ isVerified: false });
    const browser = newBrowser();
    browser.keep(owner.cookie);
    const person = newPerson({ email: owner.email });
    await startLinking(browser, 'github', owner.viewer);
    const page = await go(browser, 'github', person, '/account?changed=linked');
    expect(page.href).toBe(`${origin}/account?changed=linked`);
    expect(await viewerOf(browser)).toMatchObject({ id: owner.id, sessionId: owner.viewer.sessionId });
    expect(await ownerOf('github', person)).toBe(owner.id);
    expect((await db().user.findUniqueOrThrow({ where: { id: owner.id } })).emailVerifiedAt).not.toBeNull();
    expect(await db().session.count({ where: { userId: owner.id } })).toBe(1);
  });

  it('confirms no other address than its own', async () => {
    const owner = await newAccount({ isVerified: false });
    const browser = newBrowser();
    browser.keep(owner.cookie);
    await startLinking(browser, 'google', owner.viewer);
    await go(browser, 'google', newPerson());
    expect((await db().user.findUniqueOrThrow({ where: { id: owner.id } })).emailVerifiedAt).toBeNull();
  });

  it('signs in, and links nothing, for a session that did not ask to link', async () => {
    const owner = await newAccount();
    const other = await newAccount();
    const browser = newBrowser();
    browser.keep(owner.cookie);
    // Another's wish, and a wish of the owner for another provider, are none.
    await startLinking(browser, 'github', other.viewer);
    const person = newPerson();
    await go(browser, 'github', person);
    await startLinking(browser, 'github', owner.viewer);
    const second = newPerson();
    await go(browser, 'google', second);
    expect(await db().identity.count({ where: { userId: { in: [owner.id, other.id] } } })).toBe(0);
  });

  it('is refused when it signs in to another account, and stays there', async () => {
    const person = newPerson();
    await go(newBrowser(), 'github', person);
    const first = await ownerOf('github', person);
    const owner = await newAccount();
    const browser = newBrowser();
    browser.keep(owner.cookie);
    await startLinking(browser, 'github', owner.viewer);
    const page = await go(browser, 'github', person);
    expect(page.pathname).toBe('/account');
    expect(await toldOn(page)).toMatch(/signs in to another account/);
    expect(await ownerOf('github', person)).toBe(first);
    expect(await viewerOf(browser)).toMatchObject({ id: owner.id });
  });

  it('is one of each provider', async () => {
    const owner = await newAccount();
    const browser = newBrowser();
    browser.keep(owner.cookie);
    await startLinking(browser, 'github', owner.viewer);
    await go(browser, 'github', newPerson());
    const page = await go(browser, 'github', newPerson());
    expect(await toldOn(page)).toMatch(/Unlink that one first/);
    // Nor does an address in common bring a second one in.
    const refused = await go(newBrowser(), 'github', newPerson({ email: owner.email }));
    expect(await toldOn(refused)).toMatch(/linked to another/);
    expect(await db().identity.count({ where: { userId: owner.id } })).toBe(1);
  });

  it('of another server with the same number is somebody else', async () => {
    const person = newPerson();
    const browser = newBrowser();
    await go(browser, 'github', person);
    const usual = { provider: 'github', subject: String(person.id), name: 'Eve', email: null } as const;
    const admitted = await signInWithIdentity(usual, null);
    expect(admitted.ok && admitted.value).not.toBe((await viewerOf(browser))?.id);
  });

  it('is unlinked, unless it is the last way in', async () => {
    const person = newPerson({ email: null });
    const browser = newBrowser();
    await go(browser, 'github', person);
    const viewer = await viewerOf(browser);
    if (!viewer) throw new Error('Nobody is signed in.');
    expect(await findWaysIn(viewer)).toMatchObject({ linked: [{ id: 'github', mayUnlink: false }] });
    expect(await unlinkIdentity('github', viewer)).toMatchObject({ error: { code: 'last-way-in' } });
    expect(await ownerOf('github', person)).toBe(viewer.id);

    await startLinking(browser, 'google', viewer);
    await go(browser, 'google', newPerson({ email: null }));
    expect(await unlinkIdentity('github', viewer)).toMatchObject({ ok: true });
    expect(await unlinkIdentity('github', viewer)).toMatchObject({ ok: true });
    expect(await unlinkIdentity('google', viewer)).toMatchObject({ error: { code: 'last-way-in' } });
  });

  it('stays, of two that are unlinked at once, when one of them is the last way in', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, viewer } = await newAccount({ hasPassword: false, isVerified: false });
      await db().identity.createMany({
        data: providers.map((name) => ({ provider: name, subject: randomUUID(), userId: id })),
      });
      const answers = await Promise.all(providers.map((name) => unlinkIdentity(name, viewer)));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await db().identity.count({ where: { userId: id } })).toBe(1);
    }
  });

  it('is another’s matter: unlinking touches one’s own only', async () => {
    const owner = await newAccount();
    const eve = await newAccount();
    await db().identity.create({ data: { provider: 'github', subject: randomUUID(), userId: owner.id } });
    await unlinkIdentity('github', eve.viewer);
    expect(await db().identity.count({ where: { userId: owner.id } })).toBe(1);
  });
});

describe('a first password', () => {
  it('is set once for an account without one; other sessions end, this one goes on, the owner is told', async () => {
    const { id, email, viewer, find } = await newAccount({ hasPassword: false });
    const { openSession } = await import('@/lib/accounts/open-session');
    await openSession(id, null);
    expect(await setFirstPassword('short', viewer)).toMatchObject({ error: { code: 'weak-password' } });
    const answers = await Promise.all([
      setFirstPassword(password, viewer),
      setFirstPassword(password, viewer),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await checkCredentials({ email, password }, 'x')).toMatchObject({ ok: true, value: { id } });
    expect(await db().session.count({ where: { userId: id } })).toBe(1);
    expect(await find()).not.toBeNull();
    expect((await mailsTo(email)).map(({ subject }) => subject)).toEqual(['Your account has a password now']);
  });

  it('replaces none, and needs an address', async () => {
    const { viewer, email } = await newAccount();
    expect(await setFirstPassword('another-fence-lease-7', viewer)).toMatchObject({
      error: { code: 'has-password' },
    });
    expect((await checkCredentials({ email, password }, 'x')).ok).toBe(true);
    const bare = await newAccount({ email: null, hasPassword: false });
    expect(await setFirstPassword(password, bare.viewer)).toMatchObject({ error: { code: 'no-address' } });
  });
});

describe('a link in a mail', () => {
  it('signs in through the same door as everything else, and rotates the session', async () => {
    const { askForWayIn } = await import('@/lib/accounts/links/ask-for-way-in');
    const { tokenTo } = await import('@/tests/support/mail-people');
    const owner = await newAccount();
    await askForWayIn({ ask: 'signIn', email: owner.email, returnPath: '/' }, null);
    const token = await tokenTo(owner.email);
    const browser = newBrowser();
    expect(await browser.signIn('link', { token })).toBeNull();
    const viewer = await viewerOf(browser);
    expect(viewer).toMatchObject({ id: owner.id });
    expect(viewer?.sessionId).not.toBe(owner.viewer.sessionId);
    expect(await newBrowser().signIn('link', { token })).toMatch(/used already/);
  });

  it('needs next-auth’s own token against forgery', async () => {
    const { status, location } = await newBrowser().ask('POST', '/api/auth/callback/link', {
      token: 'x'.repeat(43),
      json: 'true',
    });
    expect(status).toBe(200);
    expect(location).toContain('csrf=true');
  });
});
