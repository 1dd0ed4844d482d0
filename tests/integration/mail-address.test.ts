import { describe, expect, it } from 'vitest';
import { checkCredentials } from '@/lib/accounts/check-credentials';
import { changeEmail } from '@/lib/accounts/links/change-email';
import { sendConfirmation } from '@/lib/accounts/links/send-confirmation';
import { confirmEmail } from '@/lib/accounts/links/use/confirm-email';
import { resetPassword } from '@/lib/accounts/links/use/reset-password';
import { db } from '@/lib/db/client';
import { valueOf } from '@/tests/support/outcomes';
import { mailsTo, tokenTo } from '@/tests/support/outgoing-mail';
import { nextPassword, password } from '@/tests/support/passwords';
import { newAccount, newAddress, newGuest } from '@/tests/support/people';
import { askFor } from '@/tests/support/ways-in';
import { withSite } from '@/tests/support/with-site';

withSite({ SMTP_URL: 'smtp://127.0.0.1:1' });

describe('the address of an account', () => {
  it('is confirmed by its link in a browser that is signed in to the account, and in no other', async () => {
    const { id, email, viewer } = await newAccount({ isVerified: false });
    const eve = await newAccount();
    valueOf(await sendConfirmation(viewer));
    const token = await tokenTo(email);
    expect(await confirmEmail(token, eve.viewer)).toMatchObject({ error: { code: 'another-account' } });
    expect((await db().user.findUniqueOrThrow({ where: { id } })).emailVerifiedAt).toBeNull();
    expect(await confirmEmail(token, viewer)).toEqual({ ok: true, value: { email } });
    expect((await db().user.findUniqueOrThrow({ where: { id } })).emailVerifiedAt).not.toBeNull();
    expect(await sendConfirmation(viewer)).toMatchObject({ error: { code: 'confirmed' } });
  });

  it('changes when the new one is confirmed, and not before; the old one is told at once', async () => {
    const { id, email, viewer } = await newAccount();
    const other = newAddress('new');
    valueOf(await changeEmail({ email: other, password }, viewer));
    expect((await db().user.findUniqueOrThrow({ where: { id } })).email).toBe(email);
    const [notice] = await mailsTo(email);
    expect(notice?.subject).toBe('The address of your account is about to change');
    expect(notice?.text).toContain(other);
    expect(notice?.text).not.toContain('token=');
    await askFor('reset', email);
    const old = await tokenTo(email);
    valueOf(await confirmEmail(await tokenTo(other), viewer));
    expect((await db().user.findUniqueOrThrow({ where: { id } })).email).toBe(other);
    expect((await resetPassword({ token: old, password: nextPassword })).ok).toBe(false);
    expect(await checkCredentials({ email: other, password }, 'x')).toMatchObject({
      ok: true,
      value: { id },
    });
  });

  it('needs the password, when there is one, and stops guesses', async () => {
    const { viewer } = await newAccount();
    const other = newAddress();
    for (let guess = 0; guess < 10; guess += 1) {
      expect(await changeEmail({ email: other, password: 'wrong' }, viewer)).toMatchObject({
        error: { code: 'wrong-password' },
      });
    }
    expect(await changeEmail({ email: other, password }, viewer)).toMatchObject({
      error: { code: 'too-many-attempts' },
    });
    expect(await mailsTo(other)).toHaveLength(0);
    const bare = await newAccount({ hasPassword: false });
    valueOf(await changeEmail({ email: other, password: '' }, bare.viewer));
  });

  it('does not tell who asks that the new one is taken; its owner hears of it and stays its owner', async () => {
    const owner = await newAccount();
    const eve = await newAccount();
    const free = await changeEmail({ email: newAddress(), password }, eve.viewer);
    const taken = await changeEmail({ email: owner.email, password }, eve.viewer);
    expect(taken).toEqual(free);
    const [mail] = await mailsTo(owner.email);
    expect(mail?.subject).toBe('This address has an account already');
    expect(mail?.text).not.toContain('token=');
  });

  it('is not taken from an account that got it meanwhile', async () => {
    const { id, email, viewer } = await newAccount();
    const other = newAddress();
    valueOf(await changeEmail({ email: other, password }, viewer));
    const token = await tokenTo(other);
    await newAccount({ email: other });
    expect(await confirmEmail(token, viewer)).toMatchObject({ error: { code: 'address-taken' } });
    expect((await db().user.findUniqueOrThrow({ where: { id } })).email).toBe(email);
  });

  it('stays when its owner stops the change by a new password', async () => {
    const { id, email, viewer } = await newAccount();
    const other = newAddress('eve');
    valueOf(await changeEmail({ email: other, password }, viewer));
    const token = await tokenTo(other);
    await askFor('reset', email);
    valueOf(await resetPassword({ token: await tokenTo(email), password: nextPassword }));
    expect((await confirmEmail(token, viewer)).ok).toBe(false);
    expect((await db().user.findUniqueOrThrow({ where: { id } })).email).toBe(email);
  });

  it('is none for guests, who cannot ask for one or confirm what their sign-up asked for', async () => {
    const guest = await newGuest();
    expect(await changeEmail({ email: newAddress(), password: '' }, guest.viewer)).toMatchObject({
      error: { code: 'guest' },
    });
    const email = newAddress();
    await askFor('signUp', email, guest.viewer);
    expect((await confirmEmail(await tokenTo(email), guest.viewer)).ok).toBe(false);
    expect(await guest.find()).toMatchObject({ isGuest: true, email: null });
  });
});
