import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { sendDigests } from '@/lib/notifications/digest/send-digests';
import { readUnsubscribeToken, writeUnsubscribeToken } from '@/lib/notifications/digest/unsubscribe-token';
import { listNotifications } from '@/lib/notifications/list-notifications';
import { markRead } from '@/lib/notifications/mark-read';
import type { Actor } from '@/lib/questions/take-turn';
import { mailsTo } from '@/tests/support/outgoing-mail';
import { newAccount, newGuest } from '@/tests/support/people';
import { answer, ask } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';

withSite({ SMTP_URL: 'smtp://localhost:2525' });
beforeAll(() => {
  process.env.NEXTAUTH_URL = 'https://learn.example.org';
});

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 60 * 60 * 1000);

const newReader = async (change: object = {}) => {
  const account = await newAccount({ hasPassword: false });
  await db().user.update({ where: { id: account.id }, data: change });
  return account;
};
/** Lets what was told to somebody have waited for so long. */
const age = (actor: Actor, hours: number) =>
  db().notification.updateMany({ where: { userId: actor.viewer.id }, data: { createdAt: hoursAgo(hours) } });

/** Somebody who asked, was answered and is due. */
const dueReader = async (change: object = {}) => {
  const [asker, helper] = [await newReader(change), await newGuest()];
  const question = await ask(asker, { title: 'Why is <b>one</b> server slow & alone?' });
  const given = await answer(helper, question, 'Look at **keepalive**, see https://spam.example/x.');
  await age(asker, 2);
  return { ...asker, helper, question, given };
};

describe('a digest', () => {
  it('tells by thread what was not read, in text and HTML, with a link to each post and one to leave', async () => {
    const { email, viewer, helper, question, given } = await dueReader();
    await sendDigests();
    const [mail, ...more] = await mailsTo(email);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('System Design Mastery: 1 new answer');
    const link = `https://learn.example.org/questions/${question}-why-is-b-one-b-server-slow-alone?answer=${given}#answer-${given}`;
    expect(mail?.text).toContain('Why is <b>one</b> server slow & alone?');
    expect(mail?.text).toContain(
      `${helper.viewer.name} answered your question: Look at keepalive, see (a link)`,
    );
    expect(mail?.text).toContain(link);
    expect(mail?.html).toContain('Why is &lt;b&gt;one&lt;/b&gt; server slow &amp; alone?');
    expect(mail?.html).not.toContain('<b>one');
    expect(mail?.html).toContain(link);
    expect(mail?.text).toContain('https://learn.example.org/account#mail');
    const token = encodeURIComponent(writeUnsubscribeToken(viewer.id));
    expect(mail?.headers).toEqual({
      'List-Unsubscribe': `<https://learn.example.org/api/notifications/unsubscribe?token=${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(mail?.text).toContain(`https://learn.example.org/notifications/unsubscribe?token=${token}`);
  });

  it('is one mail, however many workers look at the same moment, and nothing is told twice', async () => {
    const people = await Promise.all(Array.from({ length: 30 }, () => dueReader()));
    const sent = await Promise.all(Array.from({ length: 5 }, () => sendDigests()));
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(people.length);
    for (const { email } of people) expect(await mailsTo(email)).toHaveLength(1);
    await sendDigests();
    for (const { email, viewer } of people) {
      expect(await mailsTo(email)).toHaveLength(1);
      expect(await db().notification.count({ where: { userId: viewer.id, mailedAt: null } })).toBe(0);
    }
  });

  it('that cannot be left marks nothing as told, and goes the next time', async () => {
    const { email, viewer } = await dueReader();
    await db()
      .$executeRaw`CREATE FUNCTION refuse_mail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no room'; END $$`;
    await db()
      .$executeRaw`CREATE TRIGGER refuse_mail BEFORE INSERT ON "OutgoingMail" EXECUTE FUNCTION refuse_mail()`;
    await expect(sendDigests()).rejects.toThrow('no room');
    expect(await db().notification.count({ where: { userId: viewer.id, mailedAt: null } })).toBe(1);
    await db().$executeRaw`DROP TRIGGER refuse_mail ON "OutgoingMail"`;
    await sendDigests();
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('goes at most once a day or a week, after an hour in which it might have been read', async () => {
    const member = await dueReader();
    await age(member, 0.5);
    await sendDigests();
    expect(await mailsTo(member.email)).toEqual([]);
    await age(member, 1.5);
    await sendDigests();
    expect(await mailsTo(member.email)).toHaveLength(1);
    await answer(member.helper, member.question, 'And another thing.');
    await age(member, 2);
    await sendDigests();
    expect(await mailsTo(member.email), 'on the same day').toHaveLength(1);
    const sentAgo = (hours: number, digest: 'daily' | 'weekly') =>
      db().user.update({ where: { id: member.viewer.id }, data: { digest, digestSentAt: hoursAgo(hours) } });
    await sentAgo(25, 'weekly');
    await sendDigests();
    expect(await mailsTo(member.email), 'in the same week').toHaveLength(1);
    await sentAgo(25, 'daily');
    await sendDigests();
    const [, second] = await mailsTo(member.email);
    expect(second?.text).toContain('And another thing.');
    expect(second?.text, 'told before').not.toContain('keepalive');
  });

  it('is not sent when there is nothing to tell', async () => {
    const [read, hidden, old] = [await dueReader(), await dueReader(), await dueReader()];
    const { newest } = await listNotifications(read.viewer.id);
    await markRead(read.viewer.id, { upTo: newest ?? 0 });
    await db().answer.update({
      where: { id: hidden.given },
      data: { hiddenAt: new Date(), hiddenBecause: 'moderated' },
    });
    await age(old, 31 * 24);
    await sendDigests();
    for (const { email } of [read, hidden, old]) expect(await mailsTo(email)).toEqual([]);
    await db().answer.update({ where: { id: hidden.given }, data: { hiddenAt: null, hiddenBecause: null } });
    await sendDigests();
    expect(await mailsTo(hidden.email), 'shown again').toHaveLength(1);
  });

  it('goes only to proven addresses of accounts that want it and are not suspended', async () => {
    const suspension = { suspendedAt: new Date(), suspendedBecause: 'spam' };
    const without = [
      await dueReader({ emailVerifiedAt: null }),
      await dueReader({ digest: 'off' }),
      await dueReader(suspension),
      await dueReader({ ...suspension, suspendedUntil: hoursAgo(-5) }),
    ];
    const past = await dueReader({ ...suspension, suspendedUntil: hoursAgo(5) });
    await sendDigests();
    for (const { email } of without) expect(await mailsTo(email)).toEqual([]);
    expect(await mailsTo(past.email)).toHaveLength(1);
  });

  it('to an address that is none does not keep others from theirs', async () => {
    const [broken, fine] = [await dueReader({ email: 'not an address' }), await dueReader()];
    await sendDigests();
    expect(await mailsTo(fine.email)).toHaveLength(1);
    expect(await mailsTo('not an address')).toEqual([]);
    await db().user.update({ where: { id: broken.viewer.id }, data: { digest: 'off' } });
  });

  it('of many things shows the newest and says how many more there are', async () => {
    const member = await dueReader();
    await db().$executeRaw`
      INSERT INTO "Answer" ("questionId", "body", "submission")
      SELECT ${member.question}, 'Answer ' || g || '.', gen_random_uuid() FROM generate_series(1, 60) g`;
    await age(member, 2);
    await sendDigests();
    const [mail] = await mailsTo(member.email);
    expect(mail?.subject).toBe('System Design Mastery: 61 new answers');
    expect(mail?.text).toContain('Answer 60.');
    expect(mail?.text).not.toContain('Answer 5.');
    expect(mail?.text).toContain('And 21 more on the site: https://learn.example.org/notifications');
  });
});

describe('unsubscribing', () => {
  const post = async (query: Record<string, string>, headers: Record<string, string> = {}) => {
    const { POST } = await import('@/app/api/notifications/unsubscribe/route');
    const url = `https://learn.example.org/api/notifications/unsubscribe?${new URLSearchParams(query)}`;
    return POST(
      new Request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: 'List-Unsubscribe=One-Click',
      }),
    );
  };
  const digestOf = async ({ viewer }: Actor) =>
    (await db().user.findUniqueOrThrow({ where: { id: viewer.id } })).digest;

  it('is one request from anywhere, signed out, again and again, and signs nobody in', async () => {
    const member = await dueReader();
    const token = writeUnsubscribeToken(member.viewer.id);
    const answers = await Promise.all([post({ token }), post({ token }, { origin: 'https://mail.example' })]);
    for (const given of answers) {
      expect(given.status).toBe(200);
      expect(given.headers.get('set-cookie')).toBeNull();
      expect(await given.text()).not.toContain(member.email);
    }
    expect(await digestOf(member)).toBe('off');
    await sendDigests();
    expect(await mailsTo(member.email)).toEqual([]);
    expect((await post({ token })).status).toBe(200);
  });

  it('from the page leads back to a page', async () => {
    const member = await newReader();
    const done = await post({ token: writeUnsubscribeToken(member.viewer.id), page: '' });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/notifications/unsubscribe?done']);
    expect(await digestOf(member)).toBe('off');
    const wrong = await post({ token: 'x', page: '' });
    expect([wrong.status, wrong.headers.get('location')]).toEqual([303, '/notifications/unsubscribe']);
  });

  it('by a link that is opened changes nothing before the button is pressed', async () => {
    const member = await newReader();
    const { GET } = await import('@/app/api/notifications/unsubscribe/route');
    const token = writeUnsubscribeToken(member.viewer.id);
    const url = `https://learn.example.org/api/notifications/unsubscribe?${new URLSearchParams({ token })}`;
    const shown = await GET(new Request(url));
    expect(shown.status).toBe(303);
    expect(shown.headers.get('location')).toContain('/notifications/unsubscribe?token=');
    expect(await digestOf(member)).toBe('daily');
  });

  it('takes no token that was altered, is for another or of another secret', async () => {
    const [member, other] = [await newReader(), await newReader()];
    const token = writeUnsubscribeToken(member.viewer.id);
    const [, signature = ''] = token.split('.');
    for (const wrong of [
      '',
      'x',
      member.viewer.id,
      `${other.viewer.id}.${signature}`,
      `${token.slice(0, -2)}xx`,
      `${token}x`,
      `${member.viewer.id.toUpperCase()}.${signature}`,
      `${member.viewer.id}.`,
    ]) {
      expect((await post({ token: wrong })).status, wrong).toBe(403);
    }
    expect(await digestOf(other)).toBe('daily');
    expect(await digestOf(member)).toBe('daily');
    expect(readUnsubscribeToken(token)).toBe(member.viewer.id);
  });

  it('of an account that is gone is as good as done', async () => {
    const token = writeUnsubscribeToken(randomUUID());
    expect((await post({ token })).status).toBe(200);
  });
});

describe('where the site is reached without https', () => {
  it('the mail does not promise one click, which needs it', async () => {
    vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000');
    const { email } = await dueReader();
    await sendDigests();
    const [mail] = await mailsTo(email);
    expect(Object.keys(Object(mail?.headers))).toEqual(['List-Unsubscribe']);
  });
});
