import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { changePassword } from '@/lib/accounts/change-password';
import { checkCredentials } from '@/lib/accounts/check-credentials';
import { endSessions } from '@/lib/accounts/end-sessions';
import { signInByAccount } from '@/lib/accounts/limits';
import { signUp } from '@/lib/accounts/sign-up';
import { db } from '@/lib/db/client';
import { valueOf } from '@/tests/support/outcomes';
import { nextPassword, password } from '@/tests/support/passwords';
import { newAddress, newGuest, viewerOf } from '@/tests/support/people';
import { sessionCookie } from '@/tests/support/sessions';
import { withSite } from '@/tests/support/with-site';

const form = () => ({ name: 'Ada', email: newAddress(), password });

withSite();

/** Somebody who signed up through the form, and is signed in. */
const signedUp = async () => {
  const account = form();
  expect(await signUp(account, null)).toMatchObject({ ok: true });
  const user = valueOf(await checkCredentials(account, randomUUID()));
  return { account, user, cookie: await sessionCookie(user) };
};

describe('signing up and in', () => {
  it('keeps the password as Argon2id with 19 MiB and two passes, and the address in lower case', async () => {
    const { account, user } = await signedUp();
    const row = await db().user.findUniqueOrThrow({ where: { id: user.id } });
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(row.email).toBe(account.email);
    expect(
      await checkCredentials({ ...account, email: ` ${account.email.toUpperCase()} ` }, 'x'),
    ).toMatchObject({ ok: true });
  });

  it('refuses weak passwords and creates nothing', async () => {
    for (const weak of ['short', 'password123', 'aaaaaaaaaaaa', 'abcdefghijkl']) {
      const refused = { ...form(), password: weak };
      expect(await signUp(refused, null)).toMatchObject({ ok: false, error: { code: 'weak-password' } });
      expect(await db().user.count({ where: { email: refused.email } })).toBe(0);
    }
  });

  it('makes one account when the same form arrives twice at once', async () => {
    const twice = form();
    const answers = await Promise.all([signUp(twice, null), signUp(twice, null)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await db().user.count({ where: { email: twice.email } })).toBe(1);
  });

  it('answers a wrong password and an unknown address alike, in words and in work', async () => {
    const { account } = await signedUp();
    const timed = async (email: string) => {
      const startedAt = performance.now();
      const answer = await checkCredentials({ email, password: 'not-the-password' }, randomUUID());
      return { answer, ms: performance.now() - startedAt };
    };
    await timed('warm-up@example.org');
    const known = await timed(account.email);
    const unknown = await timed(`nobody-${randomUUID()}@example.org`);
    expect(unknown.answer).toEqual(known.answer);
    expect(known.answer).toMatchObject({ ok: false, error: { code: 'wrong-credentials' } });
    expect(unknown.ms).toBeGreaterThan(known.ms / 4);
  });
});

describe('a guest', () => {
  it('keeps the same user and its progress when signing up, and older sessions of the guest end', async () => {
    const guest = await newGuest();
    await db().lessonProgress.create({ data: { userId: guest.id, course: 'c', lesson: 'l' } });
    const account = form();
    expect(await signUp(account, guest.viewer)).toMatchObject({ ok: true, value: { claimed: true } });
    const signedIn = await checkCredentials(account, randomUUID());
    expect(signedIn).toMatchObject({ ok: true, value: { id: guest.id } });
    expect(await db().lessonProgress.count({ where: { userId: guest.id } })).toBe(1);
    expect(await guest.find()).toBeNull();
  });

  it('cannot claim an address that has an account, and stays a guest', async () => {
    const { account } = await signedUp();
    const guest = await newGuest();
    expect(await signUp(account, guest.viewer)).toMatchObject({ ok: false, error: { code: 'not-created' } });
    expect(await guest.find()).toMatchObject({ isGuest: true });
  });

  it('is claimed once when two sign-ups race', async () => {
    const guest = await newGuest();
    const answers = await Promise.all([signUp(form(), guest.viewer), signUp(form(), guest.viewer)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });
});

describe('a session', () => {
  it('ends on every device at once', async () => {
    const { user, cookie } = await signedUp();
    expect(await viewerOf(cookie)).toMatchObject({ id: user.id });
    await endSessions(user.id);
    expect(await viewerOf(cookie)).toBeNull();
  });

  it('ends when the password changes, and only the new password signs in', async () => {
    const { account, cookie } = await signedUp();
    const viewer = await viewerOf(cookie);
    if (!viewer) throw new Error('The account has no session.');
    const next = nextPassword;
    expect(await changePassword({ current: 'wrong-wrong', next }, viewer)).toMatchObject({ ok: false });
    expect(await changePassword({ current: password, next }, viewer)).toMatchObject({ ok: true });
    expect(await viewerOf(cookie)).toBeNull();
    expect(await checkCredentials(account, randomUUID())).toMatchObject({ ok: false });
    expect(await checkCredentials({ ...account, password: next }, randomUUID())).toMatchObject({ ok: true });
  });

  it('is refused when its cookie was changed, and when its user is gone', async () => {
    const { user, cookie } = await signedUp();
    expect(await viewerOf(`${cookie.slice(0, -4)}AAAA`)).toBeNull();
    await db().user.delete({ where: { id: user.id } });
    expect(await viewerOf(cookie)).toBeNull();
  });
});

describe('guessing', () => {
  it('stops at the limit of an account, from whatever address, for the right password too', async () => {
    const { account } = await signedUp();
    for (let guess = 0; guess < signInByAccount.max; guess += 1) {
      await checkCredentials({ ...account, password: 'wrong-wrong-wrong' }, randomUUID());
    }
    expect(await checkCredentials(account, randomUUID())).toMatchObject({
      ok: false,
      error: { code: 'too-many-attempts' },
    });
  });

  it('leaves neither addresses nor emails in the limits’ table', async () => {
    const { account } = await signedUp();
    await checkCredentials({ ...account, password: 'wrong-wrong-wrong' }, '203.0.113.77');
    const keys = (await db().rateLimitWindow.findMany()).map((row) => row.key).join('\n');
    expect(keys).toContain('sign-in:account:');
    expect(keys).not.toContain('@');
    expect(keys).not.toContain('203.0.113.77');
  });
});
