import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkCredentials } from '@/lib/accounts/check-credentials';
import { finishSignUp } from '@/lib/accounts/links/use/finish-sign-up';
import { signUp } from '@/lib/accounts/sign-up';
import { db } from '@/lib/db/client';
import { valueOf } from '@/tests/support/outcomes';
import { tokenTo } from '@/tests/support/outgoing-mail';
import { password } from '@/tests/support/passwords';
import { newAccount, newAddress, newGuest } from '@/tests/support/people';
import { askFor, signIn } from '@/tests/support/ways-in';
import { withSite } from '@/tests/support/with-site';

withSite({ SMTP_URL: 'smtp://127.0.0.1:1' });

describe('signing up by mail', () => {
  it('makes a confirmed account that is signed in, and whose password works', async () => {
    const email = newAddress();
    await askFor('signUp', email);
    const made = valueOf(await finishSignUp({ token: await tokenTo(email), name: 'Grace', password }));
    expect(made.returnPath).toBe('/labs');
    const user = await db().user.findUniqueOrThrow({ where: { email } });
    expect(user).toMatchObject({ name: 'Grace', isGuest: false });
    expect(user.emailVerifiedAt).not.toBeNull();
    expect(await signIn(made.signInToken)).toMatchObject({ ok: true, value: { id: user.id } });
    expect((await signIn(made.signInToken)).ok).toBe(false);
    expect(await checkCredentials({ email, password }, 'x')).toMatchObject({
      ok: true,
      value: { id: user.id },
    });
  });

  it('needs no password; an account without one is not signed in to by any', async () => {
    const email = newAddress();
    await askFor('signIn', email);
    valueOf(await finishSignUp({ token: await tokenTo(email), name: 'Grace', password: '' }));
    for (const guess of ['', ' ', 'null', 'a password that belongs to nobody']) {
      expect((await checkCredentials({ email, password: guess }, randomUUID())).ok).toBe(false);
    }
  });

  it('refuses a weak password and keeps the link', async () => {
    const email = newAddress();
    await askFor('signUp', email);
    const token = await tokenTo(email);
    expect(await finishSignUp({ token, name: 'Grace', password: 'password123' })).toMatchObject({
      ok: false,
      error: { code: 'weak-password' },
    });
    expect((await finishSignUp({ token, name: 'Grace', password })).ok).toBe(true);
  });

  it('does not go by the form that makes accounts at once: that would tell who has one', async () => {
    const { email } = await newAccount();
    const form = { name: 'Eve', password };
    const taken = await signUp({ ...form, email }, null);
    expect(taken).toMatchObject({ ok: false, error: { code: 'by-mail' } });
    expect(await signUp({ ...form, email: newAddress() }, null)).toEqual(taken);
  });

  it('keeps the row of the guest who asked, in whatever browser the link is opened; older sessions end', async () => {
    const guest = await newGuest();
    await db().lessonProgress.create({ data: { userId: guest.id, course: 'c', lesson: 'l' } });
    const email = newAddress();
    await askFor('signUp', email, guest.viewer);
    const made = valueOf(await finishSignUp({ token: await tokenTo(email), name: 'Grace', password }));
    expect(await signIn(made.signInToken)).toMatchObject({
      ok: true,
      value: { id: guest.id, name: 'Grace' },
    });
    expect(await db().user.findUnique({ where: { id: guest.id } })).toMatchObject({ isGuest: false, email });
    expect(await db().lessonProgress.count({ where: { userId: guest.id } })).toBe(1);
    expect(await guest.find()).toBeNull();
  });

  it('leaves a guest a guest when the address has an account, and signs in to that account only', async () => {
    const owner = await newAccount();
    const guest = await newGuest();
    await askFor('signUp', owner.email, guest.viewer);
    expect(await signIn(await tokenTo(owner.email))).toMatchObject({ ok: true, value: { id: owner.id } });
    expect(await guest.find()).toMatchObject({ isGuest: true });
  });

  it('tells who finishes that the guest or the address is taken by now, and makes nothing', async () => {
    const guest = await newGuest();
    const [first, second] = [newAddress(), newAddress()];
    await askFor('signUp', first, guest.viewer);
    const token = await tokenTo(first);
    await db().user.update({ where: { id: guest.id }, data: { isGuest: false, email: second } });
    expect(await finishSignUp({ token, name: 'Eve', password })).toMatchObject({
      error: { code: 'not-a-guest' },
    });
    const third = newAddress();
    await askFor('signUp', third);
    const late = await tokenTo(third);
    await newAccount({ email: third });
    expect(await finishSignUp({ token: late, name: 'Eve', password })).toMatchObject({
      error: { code: 'address-taken' },
    });
    expect(await db().user.count({ where: { email: third } })).toBe(1);
  });

  it('makes a guest an account once, when two links of theirs are used at once', async () => {
    const guest = await newGuest();
    const [one, two] = [newAddress(), newAddress()];
    await Promise.all([askFor('signUp', one, guest.viewer), askFor('signIn', two, guest.viewer)]);
    const tokens = [await tokenTo(one), await tokenTo(two)];
    const answers = await Promise.all(
      tokens.map((token) => finishSignUp({ token, name: 'Ada', password: '' })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
