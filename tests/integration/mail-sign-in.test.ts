import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkCredentials } from '@/lib/accounts/check-credentials';
import { mailsByEmail } from '@/lib/accounts/links/limits';
import { sendConfirmation } from '@/lib/accounts/links/send-confirmation';
import { confirmEmail } from '@/lib/accounts/links/use/confirm-email';
import { resetPassword } from '@/lib/accounts/links/use/reset-password';
import { db } from '@/lib/db/client';
import { clientAddressHeader } from '@/lib/http/client-address';
import { valueOf } from '@/tests/support/outcomes';
import { mailsTo, tokenTo } from '@/tests/support/outgoing-mail';
import { nextPassword, password } from '@/tests/support/passwords';
import { newAccount, newAddress, suspend } from '@/tests/support/people';
import { askFor, asks, signIn } from '@/tests/support/ways-in';
import { withSite } from '@/tests/support/with-site';

withSite({ SMTP_URL: 'smtp://127.0.0.1:1' });

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
    const { signInToken } = valueOf(
      await resetPassword({ token: await tokenTo(email), password: nextPassword }),
    );
    expect(await find()).toBeNull();
    expect((await checkCredentials({ email, password }, 'x')).ok).toBe(false);
    expect(await checkCredentials({ email, password: nextPassword }, 'x')).toMatchObject({
      ok: true,
      value: { id },
    });
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
    valueOf(await resetPassword({ token: await tokenTo(email), password: nextPassword }));
    expect((await checkCredentials({ email, password: nextPassword }, randomUUID())).ok).toBe(true);
  });

  it('is not replaced by a weak one, and the link stays good', async () => {
    const { email } = await newAccount();
    await askFor('reset', email);
    const token = await tokenTo(email);
    expect(await resetPassword({ token, password: 'short' })).toMatchObject({
      error: { code: 'weak-password' },
    });
    expect((await resetPassword({ token, password: nextPassword })).ok).toBe(true);
  });

  it('does not let a suspended account in', async () => {
    const { id, email } = await newAccount();
    await suspend(id);
    await askFor('reset', email);
    const { signInToken } = valueOf(
      await resetPassword({ token: await tokenTo(email), password: nextPassword }),
    );
    expect(await signIn(signInToken)).toMatchObject({ ok: false, error: { code: 'suspended' } });
  });
});
