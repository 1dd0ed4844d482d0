import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changePassword } from '@/lib/accounts/change-password';
import { checkCredentials } from '@/lib/accounts/check-credentials';
import { askForWayIn } from '@/lib/accounts/links/ask-for-way-in';
import { changeEmail } from '@/lib/accounts/links/change-email';
import { findLink } from '@/lib/accounts/links/find-link';
import { mailsByEmail } from '@/lib/accounts/links/limits';
import { sendConfirmation } from '@/lib/accounts/links/send-confirmation';
import { confirmEmail } from '@/lib/accounts/links/use/confirm-email';
import { finishSignUp } from '@/lib/accounts/links/use/finish-sign-up';
import { resetPassword } from '@/lib/accounts/links/use/reset-password';
import { signInByLink } from '@/lib/accounts/links/use/sign-in-by-link';
import { signUp } from '@/lib/accounts/sign-up';
import { db } from '@/lib/db/client';
import { clientAddressHeader } from '@/lib/http/client-address';
import { mailsTo, newAccount, newAddress, newGuest, password, tokenTo } from '@/tests/support/mail-people';
import { prepareSite } from '@/tests/support/site-environment';

let site: Awaited<ReturnType<typeof prepareSite>>;
beforeAll(async () => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:1';
  site = await prepareSite();
});
afterAll(() => site.close());

type Ask = 'signUp' | 'signIn' | 'reset';
const asks: Ask[] = ['signUp', 'signIn', 'reset'];
const askFor = (ask: Ask, email: string, viewer: Parameters<typeof askForWayIn>[1] = null) =>
  askForWayIn({ ask, email, returnPath: '/labs' }, viewer);
const signIn = (token: string) => signInByLink({ token }, randomUUID());
const next = 'another-fence-lease-7';
const valueOf = <Value>(
  outcome: { ok: true; value: Value } | { ok: false; error: { message: string } },
): Value => {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
};
const suspend = (id: string) =>
  db().user.update({ where: { id }, data: { suspendedAt: new Date(), suspendedBecause: 'Advertising.' } });
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
    const forms = Array.from({ length: 10 }, (_, number) => ({ token, password: `${next}-${number}` }));
    const answers = await Promise.all(forms.map(resetPassword));
    const won = answers.findIndex(({ ok }) => ok);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await checkCredentials({ email, password: `${next}-${won}` }, 'x')).toMatchObject({
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
    valueOf(await changePassword({ current: password, next }, viewer));
    const [signInToken = '', resetToken = '', changeToken = ''] = tokens;
    expect((await signIn(signInToken)).ok).toBe(false);
    expect((await resetPassword({ token: resetToken, password: next })).ok).toBe(false);
    expect((await confirmEmail(changeToken, viewer)).ok).toBe(false);
  });

  it('does nothing that another kind of link is for', async () => {
    const { email, viewer } = await newAccount();
    await askFor('signIn', email);
    const token = await tokenTo(email);
    expect((await resetPassword({ token, password: next })).ok).toBe(false);
    expect((await finishSignUp({ token, name: 'Eve', password: next })).ok).toBe(false);
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

describe('asking for a link', () => {
  it.each(asks)(
    'for %s is answered alike for known and unknown addresses, after the same work',
    async (ask) => {
      const { POST } = await import('@/app/api/accounts/links/route');
      const send = async (email: string) => {
        const headers = {
          host: 'localhost:3000',
          origin: 'http://localhost:3000',
          'content-type': 'application/json',
          [clientAddressHeader]: randomUUID(),
        };
        const body = JSON.stringify({ ask, email, returnPath: '/' });
        const rows = async () => [await db().mailLink.count(), await db().outgoingMail.count()];
        const [links = 0, mails = 0] = await rows();
        const startedAt = performance.now();
        const response = await POST(
          new Request('http://localhost:3000/x', { method: 'POST', headers, body }),
        );
        const ms = performance.now() - startedAt;
        const [linksAfter = 0, mailsAfter = 0] = await rows();
        response.headers.delete('x-request-id');
        const told = { status: response.status, body: await response.text(), headers: [...response.headers] };
        return { told, added: [linksAfter - links, mailsAfter - mails], ms };
      };
      const best = async (addresses: string[]) => {
        const sent = [];
        for (const email of addresses) sent.push(await send(email));
        return { ...sent[0], ms: Math.min(...sent.map(({ ms }) => ms)) };
      };
      const accounts = [await newAccount(), await newAccount(), await newAccount()];
      await send(newAddress('warm'));
      const known = await best(accounts.map(({ email }) => email));
      const unknown = await best([newAddress(), newAddress(), newAddress()]);
      expect(unknown.told).toEqual(known.told);
      expect(known.told).toMatchObject({ status: 204, body: '' });
      expect(known.added).toEqual([1, 1]);
      expect(unknown.added).toEqual([1, 1]);
      expect(Math.max(known.ms, unknown.ms)).toBeLessThan(Math.min(known.ms, unknown.ms) * 4 + 5);
    },
  );

  it('stops at the limit of an address alike, whether it has an account or not', async () => {
    const { email } = await newAccount();
    const stranger = newAddress();
    for (let count = 0; count < mailsByEmail.max; count += 1) {
      valueOf(await askFor('reset', email));
      valueOf(await askFor('signUp', stranger));
    }
    const [known, unknown] = [await askFor('signIn', email), await askFor('signIn', stranger)];
    expect(known).toMatchObject({ ok: false, error: { code: 'too-many-mails' } });
    expect(unknown).toMatchObject({ ok: false, error: { code: 'too-many-mails' } });
    expect(await mailsTo(email)).toHaveLength(mailsByEmail.max);
  });

  it('tells only the mailbox: an owner gets a way in, a stranger a way to make an account', async () => {
    const { email } = await newAccount();
    const stranger = newAddress();
    for (const ask of asks) {
      await askFor(ask, email);
      await askFor(ask, stranger);
    }
    expect((await mailsTo(email)).map(({ subject }) => subject)).toEqual([
      'You already have an account',
      'Your link to sign in',
      'Set a new password',
    ]);
    expect((await mailsTo(stranger)).map(({ subject }) => subject)).toEqual([
      'Finish signing up',
      'There is no account for this address',
      'There is no account for this address',
    ]);
  });

  it('makes no account for a stranger who does nothing', async () => {
    const stranger = newAddress();
    for (const ask of asks) await askFor(ask, stranger);
    expect(await db().user.count({ where: { email: stranger } })).toBe(0);
  });
});

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

describe('signing in by mail', () => {
  it('refuses a suspended account in the words that its password gets, and keeps the link for later', async () => {
    const { id, email } = await newAccount();
    await askFor('signIn', email);
    await suspend(id);
    const token = await tokenTo(email);
    const refused = await signIn(token);
    expect(refused).toMatchObject({ ok: false, error: { code: 'suspended' } });
    expect(refused).toEqual(await checkCredentials({ email, password }, 'x'));
    await db().user.update({ where: { id }, data: { suspendedAt: null } });
    expect((await signIn(token)).ok).toBe(true);
  });

  it('confirms the address, and takes away what somebody else may have prepared in an unconfirmed account', async () => {
    // Eve signed up with Ada's address while the site sent no mail, and linked an account of hers.
    const { id, email, find } = await newAccount({ isVerified: false });
    await db().identity.create({ data: { provider: 'github', subject: randomUUID(), userId: id } });
    await askFor('signIn', email);
    expect(await signIn(await tokenTo(email))).toMatchObject({ ok: true, value: { id } });
    expect(await find()).toBeNull();
    expect((await checkCredentials({ email, password }, 'x')).ok).toBe(false);
    expect(await db().identity.count({ where: { userId: id } })).toBe(0);
    expect((await db().user.findUniqueOrThrow({ where: { id } })).emailVerifiedAt).not.toBeNull();
  });

  it('leaves a confirmed account as it is', async () => {
    const { id, email, find } = await newAccount();
    await db().identity.create({ data: { provider: 'github', subject: randomUUID(), userId: id } });
    await askFor('signIn', email);
    valueOf(await signIn(await tokenTo(email)));
    expect(await find()).not.toBeNull();
    expect((await checkCredentials({ email, password }, 'x')).ok).toBe(true);
    expect(await db().identity.count({ where: { userId: id } })).toBe(1);
  });
});

describe('a forgotten password', () => {
  it('is replaced; all sessions and older links end, the address is confirmed, and this browser signs in', async () => {
    const { id, email, find, viewer } = await newAccount({ isVerified: false });
    valueOf(await sendConfirmation(viewer));
    const confirmation = await tokenTo(email);
    await askFor('reset', email);
    const { signInToken } = valueOf(await resetPassword({ token: await tokenTo(email), password: next }));
    expect(await find()).toBeNull();
    expect((await checkCredentials({ email, password }, 'x')).ok).toBe(false);
    expect(await checkCredentials({ email, password: next }, 'x')).toMatchObject({ ok: true, value: { id } });
    expect((await confirmEmail(confirmation, viewer)).ok).toBe(false);
    expect(await signIn(signInToken)).toMatchObject({ ok: true, value: { id } });
    expect((await db().user.findUniqueOrThrow({ where: { id } })).emailVerifiedAt).not.toBeNull();
  });

  it('gives the owner in again while somebody guesses', async () => {
    const { email } = await newAccount();
    for (let guess = 0; guess < 12; guess += 1) {
      await checkCredentials({ email, password: 'wrong-wrong-wrong' }, randomUUID());
    }
    await askFor('reset', email);
    valueOf(await resetPassword({ token: await tokenTo(email), password: next }));
    expect((await checkCredentials({ email, password: next }, randomUUID())).ok).toBe(true);
  });

  it('is not replaced by a weak one, and the link stays good', async () => {
    const { email } = await newAccount();
    await askFor('reset', email);
    const token = await tokenTo(email);
    expect(await resetPassword({ token, password: 'short' })).toMatchObject({
      error: { code: 'weak-password' },
    });
    expect((await resetPassword({ token, password: next })).ok).toBe(true);
  });

  it('does not let a suspended account in', async () => {
    const { id, email } = await newAccount();
    await suspend(id);
    await askFor('reset', email);
    const { signInToken } = valueOf(await resetPassword({ token: await tokenTo(email), password: next }));
    expect(await signIn(signInToken)).toMatchObject({ ok: false, error: { code: 'suspended' } });
  });
});

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
    expect((await resetPassword({ token: old, password: next })).ok).toBe(false);
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
    valueOf(await resetPassword({ token: await tokenTo(email), password: next }));
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
