import { describe, expect, it } from 'vitest';
import { changePassword } from '@/lib/accounts/change-password';
import { checkCredentials } from '@/lib/accounts/check-credentials';
import { changeEmail } from '@/lib/accounts/links/change-email';
import { findLink } from '@/lib/accounts/links/find-link';
import { confirmEmail } from '@/lib/accounts/links/use/confirm-email';
import { finishSignUp } from '@/lib/accounts/links/use/finish-sign-up';
import { resetPassword } from '@/lib/accounts/links/use/reset-password';
import { db } from '@/lib/db/client';
import { valueOf } from '@/tests/support/outcomes';
import { mailsTo, tokenTo } from '@/tests/support/outgoing-mail';
import { nextPassword, password } from '@/tests/support/passwords';
import { newAccount, newAddress } from '@/tests/support/people';
import { askFor, signIn } from '@/tests/support/ways-in';
import { withSite } from '@/tests/support/with-site';

withSite({ SMTP_URL: 'smtp://127.0.0.1:1' });

const age = (email: string, minutes: number) =>
  db()
    .$executeRaw`UPDATE "MailLink" SET "expiresAt" = "expiresAt" - make_interval(mins => ${minutes}::int) WHERE "email" = ${email}`;

describe('a link', () => {
  it('is kept as a digest only', async () => {
    const { email } = await newAccount();
    await askFor('signIn', email);
    const token = await tokenTo(email);
    const row = await db().mailLink.findFirstOrThrow({ where: { email } });
    expect(token).toHaveLength(43);
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it.each([
    ['signIn', 15],
    ['reset', 30],
    ['signUp', 24 * 60],
  ] as const)('for %s works for %i minutes', async (ask, minutes) => {
    const email = ask === 'signUp' ? newAddress() : (await newAccount()).email;
    await askFor(ask, email);
    const { expiresAt } = await db().mailLink.findFirstOrThrow({ where: { email } });
    expect(Math.round((expiresAt.getTime() - Date.now()) / 60_000)).toBe(minutes);
  });

  it('signs in once, of 20 that use it at once', async () => {
    const { email } = await newAccount();
    await askFor('signIn', email);
    const token = await tokenTo(email);
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(token)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await signIn(token)).toMatchObject({ ok: false, error: { code: 'link-gone' } });
  });

  it('sets one password, of 10 forms that arrive at once', async () => {
    const { id, email } = await newAccount();
    await askFor('reset', email);
    const token = await tokenTo(email);
    const forms = Array.from({ length: 10 }, (_, number) => ({
      token,
      password: `${nextPassword}-${number}`,
    }));
    const answers = await Promise.all(forms.map(resetPassword));
    const won = answers.findIndex(({ ok }) => ok);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await checkCredentials({ email, password: `${nextPassword}-${won}` }, 'x')).toMatchObject({
      value: { id },
    });
  });

  it('makes one account, of 20 that finish at once', async () => {
    const email = newAddress();
    await askFor('signUp', email);
    const token = await tokenTo(email);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => finishSignUp({ token, name: 'Ada', password: '' })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().user.count({ where: { email } })).toBe(1);
  });

  it('changes nothing when it is looked at, also as often as scanners of mail do', async () => {
    const { email } = await newAccount();
    await askFor('signIn', email);
    const token = await tokenTo(email);
    const before = await db().mailLink.findFirstOrThrow({ where: { email } });
    for (let count = 0; count < 5; count += 1) {
      expect(await findLink(token, ['signIn'])).toMatchObject({ state: 'good', email });
    }
    expect(await db().mailLink.findFirstOrThrow({ where: { email } })).toEqual(before);
    expect((await signIn(token)).ok).toBe(true);
    expect(await findLink(token, ['signIn'])).toMatchObject({ state: 'used' });
  });

  it('dies when its time is over, and its page can say so', async () => {
    const { email } = await newAccount();
    await askFor('signIn', email);
    const token = await tokenTo(email);
    await age(email, 16);
    expect(await findLink(token, ['signIn'])).toMatchObject({ state: 'expired' });
    expect((await signIn(token)).ok).toBe(false);
  });

  it('dies when a newer one is asked for, and of many that are asked for at once one is left', async () => {
    const { email, id } = await newAccount();
    await askFor('signIn', email);
    const older = await tokenTo(email);
    await Promise.all(Array.from({ length: 4 }, () => askFor('signIn', email)));
    expect((await signIn(older)).ok).toBe(false);
    expect(await db().mailLink.count({ where: { userId: id, purpose: 'signIn' } })).toBe(1);
    const tokens = (await mailsTo(email)).map(({ text }) => /token=(\S+)/.exec(text)?.[1] ?? '');
    const answers = await Promise.all(tokens.map(signIn));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('dies when the password changes, whatever it was for', async () => {
    const { email, viewer } = await newAccount();
    const tokens: string[] = [];
    for (const ask of ['signIn', 'reset'] as const) {
      await askFor(ask, email);
      tokens.push(await tokenTo(email));
    }
    const other = newAddress();
    valueOf(await changeEmail({ email: other, password }, viewer));
    tokens.push(await tokenTo(other));
    valueOf(await changePassword({ current: password, next: nextPassword }, viewer));
    const [signInToken = '', resetToken = '', changeToken = ''] = tokens;
    expect((await signIn(signInToken)).ok).toBe(false);
    expect((await resetPassword({ token: resetToken, password: nextPassword })).ok).toBe(false);
    expect((await confirmEmail(changeToken, viewer)).ok).toBe(false);
  });

  it('does nothing that another kind of link is for', async () => {
    const { email, viewer } = await newAccount();
    await askFor('signIn', email);
    const token = await tokenTo(email);
    expect((await resetPassword({ token, password: nextPassword })).ok).toBe(false);
    expect((await finishSignUp({ token, name: 'Eve', password: nextPassword })).ok).toBe(false);
    expect((await confirmEmail(token, viewer)).ok).toBe(false);
    expect((await signIn(token)).ok).toBe(true);
  });

  it.each(['', 'x', `${'a'.repeat(42)}!`, 'a'.repeat(43), '../../x'])('%j is none', async (token) => {
    expect(await findLink(token, ['signIn'])).toBeNull();
    expect(await signIn(token)).toMatchObject({ ok: false, error: { code: 'link-gone' } });
  });

  it('keeps where its owner wanted to go', async () => {
    const { email } = await newAccount();
    await askFor('signIn', email);
    expect(await findLink(await tokenTo(email), ['signIn'])).toMatchObject({ returnPath: '/labs' });
  });
});

describe('what is over', () => {
  it('is forgotten a day later', async () => {
    const { deleteLinksBefore } = await import('@/lib/accounts/links/store');
    const { email } = await newAccount();
    await askFor('signIn', email);
    await age(email, 24 * 60 + 16);
    const kept = newAddress();
    await askFor('signUp', kept);
    await deleteLinksBefore(new Date(Date.now() - 24 * 60 * 60 * 1000));
    expect(await db().mailLink.count({ where: { email } })).toBe(0);
    expect(await db().mailLink.count({ where: { email: kept } })).toBe(1);
  });
});
