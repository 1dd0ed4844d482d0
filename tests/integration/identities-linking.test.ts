// First, since it gives Next what it looks for when it is loaded.
import { newAuthBrowser, origin, refusalOf } from '@/tests/support/auth-browser';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkCredentials } from '@/lib/accounts/check-credentials';
import { findWaysIn } from '@/lib/accounts/identities/find-ways-in';
import { providerIds } from '@/lib/accounts/identities/provider';
import { setFirstPassword } from '@/lib/accounts/identities/set-first-password';
import { signInWithIdentity } from '@/lib/accounts/identities/sign-in-with-identity';
import { unlinkIdentity } from '@/lib/accounts/identities/unlink-identity';
import { openSession } from '@/lib/accounts/open-session';
import { db } from '@/lib/db/client';
import { newPerson, startLinking, toldOn, withElsewhere } from '@/tests/support/elsewhere';
import { mailsTo, tokenTo } from '@/tests/support/outgoing-mail';
import { nextPassword, password } from '@/tests/support/passwords';
import { newAccount, viewerOf } from '@/tests/support/people';
import { askFor } from '@/tests/support/ways-in';

const { go, ownerOf } = withElsewhere();

describe('an account elsewhere', () => {
  it('is linked by whoever is signed in and asked for it, in the same session', async () => {
    const owner = await newAccount({ isVerified: false });
    const browser = newAuthBrowser();
    browser.keep(owner.cookie);
    const person = newPerson({ email: owner.email });
    await startLinking(browser, 'github', owner.viewer);
    const page = await go(browser, 'github', person, '/account?changed=linked');
    expect(page.href).toBe(`${origin}/account?changed=linked`);
    expect(await viewerOf(browser.cookie())).toMatchObject({
      id: owner.id,
      sessionId: owner.viewer.sessionId,
    });
    expect(await ownerOf('github', person)).toBe(owner.id);
    expect((await db().user.findUniqueOrThrow({ where: { id: owner.id } })).emailVerifiedAt).not.toBeNull();
    expect(await db().session.count({ where: { userId: owner.id } })).toBe(1);
  });

  it('confirms no other address than its own', async () => {
    const owner = await newAccount({ isVerified: false });
    const browser = newAuthBrowser();
    browser.keep(owner.cookie);
    await startLinking(browser, 'google', owner.viewer);
    await go(browser, 'google', newPerson());
    expect((await db().user.findUniqueOrThrow({ where: { id: owner.id } })).emailVerifiedAt).toBeNull();
  });

  it('signs in, and links nothing, for a session that did not ask to link', async () => {
    const owner = await newAccount();
    const other = await newAccount();
    const browser = newAuthBrowser();
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
    await go(newAuthBrowser(), 'github', person);
    const first = await ownerOf('github', person);
    const owner = await newAccount();
    const browser = newAuthBrowser();
    browser.keep(owner.cookie);
    await startLinking(browser, 'github', owner.viewer);
    const page = await go(browser, 'github', person);
    expect(page.pathname).toBe('/account');
    expect(await toldOn(page)).toMatch(/signs in to another account/);
    expect(await ownerOf('github', person)).toBe(first);
    expect(await viewerOf(browser.cookie())).toMatchObject({ id: owner.id });
  });

  it('is one of each provider', async () => {
    const owner = await newAccount();
    const browser = newAuthBrowser();
    browser.keep(owner.cookie);
    await startLinking(browser, 'github', owner.viewer);
    await go(browser, 'github', newPerson());
    const page = await go(browser, 'github', newPerson());
    expect(await toldOn(page)).toMatch(/Unlink that one first/);
    // Nor does an address in common bring a second one in.
    const refused = await go(newAuthBrowser(), 'github', newPerson({ email: owner.email }));
    expect(await toldOn(refused)).toMatch(/linked to another/);
    expect(await db().identity.count({ where: { userId: owner.id } })).toBe(1);
  });

  it('of another server with the same number is somebody else', async () => {
    const person = newPerson();
    const browser = newAuthBrowser();
    await go(browser, 'github', person);
    const usual = { provider: 'github', subject: String(person.id), name: 'Eve', email: null } as const;
    const admitted = await signInWithIdentity(usual, null);
    expect(admitted.ok && admitted.value).not.toBe((await viewerOf(browser.cookie()))?.id);
  });

  it('is unlinked, unless it is the last way in', async () => {
    const person = newPerson({ email: null });
    const browser = newAuthBrowser();
    await go(browser, 'github', person);
    const viewer = await viewerOf(browser.cookie());
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
        data: providerIds.map((name) => ({ provider: name, subject: randomUUID(), userId: id })),
      });
      const answers = await Promise.all(providerIds.map((name) => unlinkIdentity(name, viewer)));
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
    expect(await setFirstPassword(nextPassword, viewer)).toMatchObject({
      error: { code: 'has-password' },
    });
    expect((await checkCredentials({ email, password }, 'x')).ok).toBe(true);
    const bare = await newAccount({ email: null, hasPassword: false });
    expect(await setFirstPassword(password, bare.viewer)).toMatchObject({ error: { code: 'no-address' } });
  });
});

describe('a link in a mail', () => {
  it('signs in through the same door as everything else, and rotates the session', async () => {
    const owner = await newAccount();
    await askFor('signIn', owner.email);
    const token = await tokenTo(owner.email);
    const browser = newAuthBrowser();
    expect(await refusalOf(await browser.signIn('link', { token }))).toBeNull();
    const viewer = await viewerOf(browser.cookie());
    expect(viewer).toMatchObject({ id: owner.id });
    expect(viewer?.sessionId).not.toBe(owner.viewer.sessionId);
    expect(await refusalOf(await newAuthBrowser().signIn('link', { token }))).toMatch(/used already/);
  });

  it('needs next-auth’s own token against forgery', async () => {
    const forged = { token: 'x'.repeat(43), json: 'true' };
    const answer = await newAuthBrowser().send('callback/link', forged);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('csrf=true');
  });
});
