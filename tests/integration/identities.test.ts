// First, since it gives Next what it looks for when it is loaded.
import { newAuthBrowser, origin } from '@/tests/support/auth-browser';
import { describe, expect, it } from 'vitest';
import { providerIds } from '@/lib/accounts/identities/provider';
import { db } from '@/lib/db/client';
import { newPerson, toldOn, withElsewhere } from '@/tests/support/elsewhere';
import { mailsTo } from '@/tests/support/outgoing-mail';
import { newAccount, newAddress, newGuest, viewerOf } from '@/tests/support/people';

const { go, ownerOf, provider } = withElsewhere();

describe.each(providerIds)('signing in with %s', (id) => {
  it('makes a confirmed account for somebody new, and finds it again by the unchanging id', async () => {
    const person = newPerson();
    const browser = newAuthBrowser();
    expect((await go(browser, id, person)).pathname).toBe('/labs');
    const viewer = await viewerOf(browser.cookie());
    expect(viewer).toMatchObject({ name: 'Ada Lovelace', email: person.email, isGuest: false });
    const row = await db().user.findUniqueOrThrow({ where: { id: viewer?.id ?? '' } });
    expect(row.emailVerifiedAt).not.toBeNull();
    expect(row.passwordHash).toBeNull();

    const later = newAuthBrowser();
    await go(later, id, { ...person, email: newAddress(), login: 'renamed', name: 'Ada King' });
    expect(await viewerOf(later.cookie())).toMatchObject({
      id: viewer?.id,
      name: 'Ada Lovelace',
      email: person.email,
    });
  });

  it('makes one account when the same person comes back in two tabs at once', async () => {
    const person = newPerson();
    const tabs = [newAuthBrowser(), newAuthBrowser(), newAuthBrowser()];
    await Promise.all(tabs.map((tab) => go(tab, id, person)));
    const viewers = await Promise.all(tabs.map((tab) => viewerOf(tab.cookie())));
    expect(new Set(viewers.map((viewer) => viewer?.id)).size).toBe(1);
    expect(await db().user.count({ where: { email: person.email } })).toBe(1);
  });

  it('uses no address that the provider has not confirmed', async () => {
    const owner = await newAccount();
    const browser = newAuthBrowser();
    await go(browser, id, newPerson({ email: owner.email, isConfirmed: false }));
    const viewer = await viewerOf(browser.cookie());
    expect(viewer).toMatchObject({ email: null, isGuest: false });
    expect(viewer?.id).not.toBe(owner.id);
  });

  it('signs in to the account of the same address when both sides have it confirmed, and tells its owner', async () => {
    const owner = await newAccount();
    const person = newPerson({ email: owner.email.toUpperCase() });
    const browser = newAuthBrowser();
    await go(browser, id, person);
    expect(await viewerOf(browser.cookie())).toMatchObject({ id: owner.id });
    expect(await ownerOf(id, person)).toBe(owner.id);
    expect((await mailsTo(owner.email)).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('was linked to your account'),
    ]);
  });

  it('refuses the account of the same address when nobody confirmed it here, and says how to link', async () => {
    const owner = await newAccount({ isVerified: false });
    const person = newPerson({ email: owner.email });
    const browser = newAuthBrowser();
    const page = await go(browser, id, person);
    expect(page.pathname).toBe('/sign-in');
    expect(page.searchParams.get('callbackUrl')).toBe('/labs');
    expect(await toldOn(page)).toMatch(/Sign in with your password, or set a new one by mail, then link/);
    expect(await viewerOf(browser.cookie())).toBeNull();
    expect(await ownerOf(id, person)).toBeNull();
  });

  it('refuses a suspended account in the words that its password gets', async () => {
    const person = newPerson();
    await go(newAuthBrowser(), id, person);
    const userId = (await ownerOf(id, person)) ?? '';
    await db().user.update({
      where: { id: userId },
      data: { suspendedAt: new Date(), suspendedBecause: 'Advertising.' },
    });
    const browser = newAuthBrowser();
    const page = await go(browser, id, person);
    expect(await toldOn(page)).toBe('This account is suspended. A moderator wrote: “Advertising.”');
    expect(await viewerOf(browser.cookie())).toBeNull();
  });

  it('keeps the row and the progress of a guest', async () => {
    const guest = await newGuest();
    await db().lessonProgress.create({ data: { userId: guest.id, course: 'c', lesson: 'l' } });
    const browser = newAuthBrowser();
    browser.keep(guest.cookie);
    await go(browser, id, newPerson());
    expect(await viewerOf(browser.cookie())).toMatchObject({
      id: guest.id,
      isGuest: false,
      name: 'Ada Lovelace',
    });
    expect(await guest.find()).toBeNull();
    expect(await db().lessonProgress.count({ where: { userId: guest.id } })).toBe(1);
  });

  it('leaves the guest a guest when the person has an account', async () => {
    const person = newPerson();
    await go(newAuthBrowser(), id, person);
    const guest = await newGuest();
    const browser = newAuthBrowser();
    browser.keep(guest.cookie);
    await go(browser, id, person);
    expect(await viewerOf(browser.cookie())).toMatchObject({ id: await ownerOf(id, person) });
    expect(await db().user.findUnique({ where: { id: guest.id } })).toMatchObject({ isGuest: true });
  });

  it('comes back with a sentence when it is cancelled', async () => {
    provider().be(newPerson());
    const browser = newAuthBrowser();
    const page = await browser.comeBack(await provider().decide(await browser.leave(id), false));
    expect(page.pathname).toBe('/sign-in');
    expect(page.searchParams.get('error')).toBe('Callback');
    expect(await viewerOf(browser.cookie())).toBeNull();
  });

  it('refuses a state that is not this browser’s, none, and a code that was used', async () => {
    const person = newPerson();
    provider().be(person);
    const victim = newAuthBrowser();
    const attacker = newAuthBrowser();
    await victim.leave(id);
    const stolen = await provider().decide(await attacker.leave(id));
    expect((await victim.comeBack(stolen)).searchParams.get('error')).toBe('OAuthCallback');
    const bare = new URL(stolen);
    bare.searchParams.delete('state');
    expect((await attacker.comeBack(bare.href)).searchParams.get('error')).toBe('OAuthCallback');
    expect(await viewerOf(victim.cookie())).toBeNull();

    const honest = newAuthBrowser();
    const back = await provider().decide(await honest.leave(id));
    expect((await honest.comeBack(back)).searchParams.get('error')).toBeNull();
    expect((await honest.comeBack(back)).searchParams.get('error')).toBe('OAuthCallback');
  });

  it('refuses a code that another browser asked for, even with its state: PKCE', async () => {
    provider().be(newPerson());
    const [one, two] = [newAuthBrowser(), newAuthBrowser()];
    const first = new URL(await provider().decide(await one.leave(id)));
    const second = new URL(await provider().decide(await two.leave(id)));
    second.searchParams.set('code', first.searchParams.get('code') ?? '');
    expect((await two.comeBack(second.href)).searchParams.get('error')).toBe('OAuthCallback');
  });

  it('goes nowhere but back to this site', async () => {
    const browser = newAuthBrowser();
    const page = await go(browser, id, newPerson(), 'https://evil.example/labs');
    expect(page.origin).toBe(origin);
    expect(page.pathname).toBe('/');
  });

  it('answers with a name that can be shown', async () => {
    const browser = newAuthBrowser();
    await go(browser, id, newPerson({ name: `<b>Ada</b>\r\nBcc: eve\u202e ${'x'.repeat(80)}` }));
    expect((await viewerOf(browser.cookie()))?.name).toMatch(/^b Ada \/b Bcc: eve x{1,60}$/);
    expect((await viewerOf(browser.cookie()))?.name.length).toBeLessThanOrEqual(60);
  });
});

describe('an id token', () => {
  it.each(['nonce', 'signature', 'audience', 'issuer', 'age'] as const)(
    'with a wrong %s lets nobody in',
    async (what) => {
      provider().spoil(what);
      const browser = newAuthBrowser();
      const page = await go(browser, 'google', newPerson());
      expect(page.searchParams.get('error')).toBe('OAuthCallback');
      expect(await viewerOf(browser.cookie())).toBeNull();
    },
  );

  it('is not asked for while the provider is down; the page says so', async () => {
    provider().setDown(true);
    const url = await newAuthBrowser().leave('google');
    expect(new URL(url, origin).searchParams.get('error')).toBe('OAuthSignin');
  });
});
