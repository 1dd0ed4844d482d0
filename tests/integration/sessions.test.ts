// First, since it gives Next what it looks for when it is loaded.
import { newAuthBrowser, type AuthBrowser } from '@/tests/support/auth-browser';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { changePassword } from '@/lib/accounts/change-password';
import { checkCredentials } from '@/lib/accounts/check-credentials';
import { listSessions } from '@/lib/accounts/list-sessions';
import { signUp } from '@/lib/accounts/sign-up';
import type { Viewer } from '@/lib/accounts/viewer';
import { db } from '@/lib/db/client';
import { nextPassword, password } from '@/tests/support/passwords';
import { newAddress, viewerOf } from '@/tests/support/people';
import { withSite } from '@/tests/support/with-site';

withSite();

const mustView = async (cookie: string): Promise<Viewer> => {
  const viewer = await viewerOf(cookie);
  if (!viewer) throw new Error('Nobody is signed in.');
  return viewer;
};
/** Somebody who signed up through the form, and is signed in nowhere. */
const signedUp = async () => {
  const account = { name: 'Ada', email: newAddress(), password };
  expect(await signUp(account, null)).toMatchObject({ ok: true });
  return account;
};
const signedIn = async (
  account: { email: string; password: string },
  userAgent?: string,
): Promise<AuthBrowser> => {
  const browser = newAuthBrowser(userAgent);
  expect((await browser.signIn('credentials', account)).status).toBe(200);
  return browser;
};
const sessionsOf = (userId: string) => db().session.count({ where: { userId } });

describe('signing in', () => {
  it('replaces the session of the guest that the browser was, and the old cookie is worth nothing', async () => {
    const account = await signedUp();
    const browser = newAuthBrowser();
    await browser.signIn('guest');
    const [before, guest] = [browser.cookie(), await mustView(browser.cookie())];
    expect(guest.isGuest).toBe(true);
    await browser.signIn('credentials', account);
    expect(await viewerOf(before)).toBeNull();
    expect(await sessionsOf(guest.id)).toBe(0);
    expect(await viewerOf(browser.cookie())).toMatchObject({ email: account.email });
  });

  it('replaces the session of the account that the browser was signed in to, the same one or another', async () => {
    const [mine, other] = [await signedUp(), await signedUp()];
    const browser = await signedIn(mine);
    const [first, { id }] = [browser.cookie(), await mustView(browser.cookie())];
    await browser.signIn('credentials', mine);
    const second = browser.cookie();
    expect(await viewerOf(first)).toBeNull();
    expect(await sessionsOf(id)).toBe(1);
    await browser.signIn('credentials', other);
    expect(await viewerOf(second)).toBeNull();
    expect(await sessionsOf(id)).toBe(0);
    expect(await viewerOf(browser.cookie())).toMatchObject({ email: other.email });
  });

  it('leaves the sessions of other browsers alone', async () => {
    const account = await signedUp();
    const [laptop, phone] = [await signedIn(account), await signedIn(account)];
    await phone.signIn('credentials', account);
    expect(await viewerOf(laptop.cookie())).not.toBeNull();
  });

  it('that fails ends nothing', async () => {
    const account = await signedUp();
    const browser = await signedIn(account);
    const refused = await browser.signIn('credentials', { ...account, password: 'wrong-wrong-wrong' });
    expect(refused.status).toBe(401);
    expect(await viewerOf(browser.cookie())).not.toBeNull();
    const forged = await browser.send('callback/credentials', { ...account, csrfToken: 'x', json: 'true' });
    expect(forged.ok && (await forged.text())).toContain('csrf=true');
    expect(await viewerOf(browser.cookie())).not.toBeNull();
  });
});

describe('signing out', () => {
  it('ends the session itself: a copy of the cookie is worth nothing', async () => {
    const browser = await signedIn(await signedUp());
    const [copy, viewer] = [browser.cookie(), await mustView(browser.cookie())];
    expect((await browser.signOut()).status).toBe(200);
    expect(browser.cookie()).not.toContain('mastery.session');
    expect(await viewerOf(copy)).toBeNull();
    expect(await sessionsOf(viewer.id)).toBe(0);
  });

  it('does nothing without the CSRF token', async () => {
    const browser = await signedIn(await signedUp());
    await browser.send('signout', { csrfToken: 'x', json: 'true' });
    await browser.send('signout', {});
    expect(await viewerOf(browser.cookie())).not.toBeNull();
  });
});

describe('every session', () => {
  it('ends when the password changes', async () => {
    const account = await signedUp();
    const [laptop, phone] = [await signedIn(account), await signedIn(account)];
    const change = { current: password, next: nextPassword };
    expect(await changePassword(change, await mustView(laptop.cookie()))).toMatchObject({ ok: true });
    expect([await viewerOf(laptop.cookie()), await viewerOf(phone.cookie())]).toEqual([null, null]);
  });

  it('of a guest ends when the guest is claimed by signing up', async () => {
    const browser = newAuthBrowser();
    await browser.signIn('guest');
    const guest = await mustView(browser.cookie());
    const account = { name: 'Ada', email: newAddress(), password };
    expect(await signUp(account, guest)).toMatchObject({ ok: true, value: { claimed: true } });
    expect(await viewerOf(browser.cookie())).toBeNull();
    await browser.signIn('credentials', account);
    expect(await viewerOf(browser.cookie())).toMatchObject({ id: guest.id, isGuest: false });
  });

  it('is refused while the account is suspended, and signing in says why', async () => {
    const account = await signedUp();
    const browser = await signedIn(account);
    const { id } = await mustView(browser.cookie());
    const suspend = (until: Date | null) =>
      db().user.update({
        where: { id },
        data: { suspendedAt: new Date(), suspendedUntil: until, suspendedBecause: 'Advertising.' },
      });
    await suspend(null);
    expect(await viewerOf(browser.cookie())).toBeNull();
    expect(await checkCredentials(account, randomUUID())).toMatchObject({
      ok: false,
      error: { code: 'suspended', message: 'This account is suspended. A moderator wrote: “Advertising.”' },
    });
    // The reason is for the owner only: who does not know the password learns nothing.
    expect(await checkCredentials({ ...account, password: 'wrong-wrong-wrong' }, randomUUID())).toMatchObject(
      {
        error: { code: 'wrong-credentials' },
      },
    );
    expect((await newAuthBrowser().signIn('credentials', account)).status).toBe(401);
    await suspend(new Date(Date.now() + 60_000));
    expect(await viewerOf(browser.cookie())).toBeNull();
    await suspend(new Date(Date.now() - 1000));
    expect(await viewerOf(browser.cookie())).toMatchObject({ id });
    expect(await checkCredentials(account, randomUUID())).toMatchObject({ ok: true });
  });
});

describe('the list of sessions', () => {
  const edge = 'Mozilla/5.0 (Windows NT 10.0) Chrome/141.0 Safari/537.36 Edg/141.0';
  const remove = async (cookie: string, session: string, headers: Record<string, string> = {}) => {
    const { DELETE } = await import('@/app/api/accounts/sessions/[session]/route');
    const request = new Request('http://localhost:3000/api/accounts/sessions/x', {
      method: 'DELETE',
      headers: { cookie, host: 'localhost:3000', origin: 'http://localhost:3000', ...headers },
    });
    return DELETE(request, { params: Promise.resolve({ session }) });
  };
  const removeOthers = async (cookie: string) => {
    const { DELETE } = await import('@/app/api/accounts/sessions/route');
    const headers = { cookie, host: 'localhost:3000', origin: 'http://localhost:3000' };
    return DELETE(new Request('http://localhost:3000/api/accounts/sessions', { method: 'DELETE', headers }));
  };

  it('names each browser, with the one that asks first, and leaves out those that have run out', async () => {
    const account = await signedUp();
    const [laptop, office] = [await signedIn(account), await signedIn(account, edge)];
    const viewer = await mustView(laptop.cookie());
    const past = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
    await db().session.create({ data: { userId: viewer.id, client: 'old', createdAt: past } });
    const sessions = await listSessions(viewer);
    expect(sessions.map(({ client, isThis }) => [client, isThis])).toEqual([
      ['Firefox on Linux', true],
      ['Edge on Windows', false],
    ]);
    expect((await listSessions(await mustView(office.cookie())))[0]).toMatchObject({
      client: 'Edge on Windows',
    });
    await signedIn(account);
    expect(await db().session.count({ where: { userId: viewer.id, client: 'old' } })).toBe(0);
  });

  it('ends one, and that one only', async () => {
    const account = await signedUp();
    const [laptop, phone, office] = [
      await signedIn(account),
      await signedIn(account),
      await signedIn(account),
    ];
    const { sessionId } = await mustView(phone.cookie());
    expect((await remove(laptop.cookie(), sessionId)).status).toBe(204);
    expect(await viewerOf(phone.cookie())).toBeNull();
    expect(await viewerOf(laptop.cookie())).not.toBeNull();
    expect(await viewerOf(office.cookie())).not.toBeNull();
    expect((await remove(laptop.cookie(), sessionId)).status).toBe(404);
  });

  it('ends all others', async () => {
    const account = await signedUp();
    const [laptop, phone, office] = [
      await signedIn(account),
      await signedIn(account),
      await signedIn(account),
    ];
    const answer = await removeOthers(laptop.cookie());
    expect(await answer.json()).toEqual({ ended: 2 });
    expect(await viewerOf(laptop.cookie())).not.toBeNull();
    expect([await viewerOf(phone.cookie()), await viewerOf(office.cookie())]).toEqual([null, null]);
  });

  it('shows and ends only one’s own: another’s session is not found', async () => {
    const [mine, theirs] = [await signedIn(await signedUp()), await signedIn(await signedUp())];
    const { sessionId } = await mustView(theirs.cookie());
    for (const id of [sessionId, sessionId.toUpperCase(), randomUUID(), 'x', "' OR true --", ''])
      expect((await remove(mine.cookie(), id)).status, id).toBe(404);
    expect(await viewerOf(theirs.cookie())).not.toBeNull();
    expect(await listSessions(await mustView(mine.cookie()))).toHaveLength(1);
    expect((await removeOthers(mine.cookie())).status).toBe(200);
    expect(await viewerOf(theirs.cookie())).not.toBeNull();
  });

  it('is not ended from another site or by nobody', async () => {
    const browser = await signedIn(await signedUp());
    const { sessionId } = await mustView(browser.cookie());
    expect((await remove(browser.cookie(), sessionId, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await remove('', sessionId)).status).toBe(401);
    expect(await viewerOf(browser.cookie())).not.toBeNull();
  });
});
