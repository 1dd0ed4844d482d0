import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connections } from '@/lib/mail/smtp-url';
import { withSite } from '@/tests/support/with-site';
import { startMailServer, type TestMailServer } from '@/tests/support/mail-server';

let server: TestMailServer;
// Where mails go is decided for each delivery below; that they go at all is decided here.
withSite({ SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'The Course <course@school.example>' });
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(() => server.close());

const load = async () => {
  const [{ composeMail }, { queueMail }, { deliverMail }, { createSmtpMailServer }, { db }] =
    await Promise.all([
      import('@/lib/mail/compose-mail'),
      import('@/lib/mail/queue-mail'),
      import('@/lib/mail/deliver-mail'),
      import('@/lib/mail/smtp-mail-server'),
      import('@/lib/db/client'),
    ]);
  const deliver = async (url: string) => {
    const smtp = createSmtpMailServer(url);
    await deliverMail(smtp);
    smtp.close();
  };
  const address = `ada-${randomUUID()}@example.org`;
  const row = () => db().outgoingMail.findFirst({ where: { to: address } });
  return {
    db,
    queueMail,
    address,
    mail: composeMail({
      to: address,
      subject: 'Ünïcode and more',
      blocks: ['Hello.', { action: 'Go', url: 'https://x.example/' }],
    }),
    deliver,
    row,
    /** Time passes: what waits is due. */
    makeDue: () => db().$executeRaw`UPDATE "OutgoingMail" SET "sendAfter" = now() WHERE "to" = ${address}`,
  };
};

describe('a mail that was queued', () => {
  it('arrives once, as text and HTML, from the sender of the settings, and its row goes', async () => {
    const { queueMail, mail, deliver, row, address } = await load();
    await queueMail({ ...mail, headers: { 'List-Unsubscribe': '<https://x.example/u>' } });
    await deliver(server.url);
    await deliver(server.url);
    expect(server.arrived).toHaveLength(1);
    const [arrived] = server.arrived;
    expect(arrived).toMatchObject({ from: 'course@school.example', to: [address] });
    expect(arrived?.parsed.from?.text).toBe('"The Course" <course@school.example>');
    expect(arrived?.parsed.subject).toBe('Ünïcode and more');
    expect(arrived?.parsed.text).toContain('Go:\nhttps://x.example/');
    expect(arrived?.parsed.html).toContain('href="https://x.example/"');
    expect(arrived?.raw).toContain('List-Unsubscribe: <https://x.example/u>');
    expect(arrived?.raw).toContain('Auto-Submitted: auto-generated');
    expect(await row()).toBeNull();
  });

  it('holds no header that somebody put into a name, and goes to nobody whom an address names besides', async () => {
    const { queueMail, mail, deliver, address } = await load();
    await queueMail({ ...mail, subject: 'Ada\r\nBcc: eve@evil.example\r\n\r\nBody' });
    await expect(queueMail({ ...mail, to: `${address}\r\nRCPT TO:<eve@evil.example>` })).rejects.toThrow();
    await expect(queueMail({ ...mail, to: `${address},eve@evil.example` })).rejects.toThrow();
    await deliver(server.url);
    expect(server.arrived).toHaveLength(1);
    expect(server.arrived[0]?.to).toEqual([address]);
    expect(server.arrived[0]?.parsed.headers.has('bcc')).toBe(false);
    expect(server.arrived[0]?.parsed.subject).toBe('Ada Bcc: eve@evil.example Body');
  });

  it('is delivered later when the server says 4xx, and carries the same Message-ID', async () => {
    const { queueMail, mail, deliver, row, makeDue, address } = await load();
    await queueMail(mail);
    server.refuseMessages(() => ({ code: 451, words: `try again, ${address}` }));
    await deliver(server.url);
    const waiting = await row();
    expect(waiting).toMatchObject({ attempts: 1, failedAt: null });
    expect(waiting?.lastError).toContain('451');
    expect(waiting?.sendAfter.getTime()).toBeGreaterThan(Date.now() + 5_000);
    await deliver(server.url);
    expect(server.arrived).toHaveLength(0);

    server.refuseMessages(() => null);
    await makeDue();
    await deliver(server.url);
    expect(server.arrived).toHaveLength(1);
    expect(server.arrived[0]?.parsed.messageId).toBe(
      `<mail-${waiting?.id}.${waiting?.createdAt.getTime()}@school.example>`,
    );
    expect(await row()).toBeNull();
  });

  it('waits longer after every failure, up to an hour', async () => {
    await load();
    const { pauseSeconds } = await import('@/lib/mail/deliver-mail');
    expect([1, 2, 3, 4, 9, 10, 40].map(pauseSeconds)).toEqual([15, 30, 60, 120, 3600, 3600, 3600]);
  });

  it('is given up when the server says 5xx about it; its words go, the reason stays', async () => {
    const { queueMail, mail, deliver, row, makeDue } = await load();
    await queueMail(mail);
    server.refuseRecipients(() => ({ code: 550, words: 'no such person' }));
    await deliver(server.url);
    const failed = await row();
    expect(failed).toMatchObject({ text: '', html: '', headers: {} });
    expect(failed?.failedAt).not.toBeNull();
    expect(failed?.lastError).toContain('550');
    server.refuseRecipients(() => null);
    await makeDue();
    await deliver(server.url);
    expect(server.arrived).toHaveLength(0);
  });

  it('is given up after a day of trying', async () => {
    const { db, queueMail, mail, deliver, row, address } = await load();
    await queueMail(mail);
    await db()
      .$executeRaw`UPDATE "OutgoingMail" SET "createdAt" = now() - interval '25 hours' WHERE "to" = ${address}`;
    server.refuseMessages(() => ({ code: 451, words: 'later' }));
    await deliver(server.url);
    expect((await row())?.failedAt).not.toBeNull();
  });

  it('waits while the server is down, without an attempt for every mail, and arrives when it is back', async () => {
    const { db, queueMail, mail, deliver, row, makeDue } = await load();
    for (let count = 0; count < 12; count += 1) await queueMail(mail);
    const { port } = server;
    await server.close();
    await deliver(server.url);
    expect((await row())?.failedAt).toBeNull();
    expect(await db().outgoingMail.count({ where: { to: mail.to, attempts: 0 } })).toBeGreaterThanOrEqual(8);
    server = await startMailServer({ port });
    await makeDue();
    await deliver(server.url);
    expect(server.arrived).toHaveLength(12);
  });

  it('is not given up when the server refuses our password', async () => {
    const { queueMail, mail, deliver, row } = await load();
    const strict = await startMailServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (auth, _session, callback) =>
        auth.password === 'p:/@' ? callback(null, { user: 'course' }) : callback(new Error('Wrong password')),
    });
    await queueMail(mail);
    await deliver(`smtp://course:wrong@127.0.0.1:${strict.port}`);
    expect(await row()).toMatchObject({ attempts: 1, failedAt: null });
    await (await load()).db().$executeRaw`UPDATE "OutgoingMail" SET "sendAfter" = now()`;
    await deliver(`smtp://course:p%3A%2F%40@127.0.0.1:${strict.port}`);
    expect(strict.arrived).toHaveLength(1);
    await strict.close();
  });

  it('goes over TLS only to a server whose certificate is good', async () => {
    const { queueMail, mail, deliver, row, makeDue } = await load();
    const secure = await startMailServer({ secure: true });
    await queueMail(mail);
    await deliver(`smtps://127.0.0.1:${secure.port}`);
    expect(await row()).toMatchObject({ attempts: 1, failedAt: null });
    await makeDue();
    await deliver(`smtps://127.0.0.1:${secure.port}?tls.rejectUnauthorized=false`);
    expect(secure.arrived).toHaveLength(1);
    await secure.close();
  });

  it('is sent once by two workers, whichever takes it', async () => {
    const { queueMail, mail, deliver } = await load();
    await Promise.all(
      Array.from({ length: 40 }, (_, number) => queueMail({ ...mail, subject: `Mail ${number}` })),
    );
    await Promise.all([deliver(server.url), deliver(server.url)]);
    const subjects = server.arrived.map(({ parsed }) => parsed.subject);
    expect(subjects).toHaveLength(40);
    expect(new Set(subjects).size).toBe(40);
  });

  it('is taken up again when its worker died', async () => {
    const { queueMail, mail, deliver, makeDue } = await load();
    const { takeMail } = await import('@/lib/mail/store');
    await queueMail(mail);
    expect(await takeMail(600)).not.toBeNull();
    await deliver(server.url);
    expect(server.arrived).toHaveLength(0);
    await makeDue();
    await deliver(server.url);
    expect(server.arrived).toHaveLength(1);
  });

  it('does not wait behind digests', async () => {
    const { queueMail, mail, deliver } = await load();
    for (let count = 0; count < 20; count += 1) {
      await queueMail({
        ...mail,
        subject: 'Digest',
        headers: { 'List-Unsubscribe': '<https://x.example/u>' },
      });
    }
    await queueMail({ ...mail, subject: 'Your link' });
    await deliver(`${server.url}?maxConnections=1`);
    // Each connection takes a mail at once; which of these arrives first is chance.
    const first = server.arrived.slice(0, connections).map(({ parsed }) => parsed.subject);
    expect(first).toContain('Your link');
  });
});

describe('what the operator sees', () => {
  it('are the numbers of mails that went, failed and wait', async () => {
    const { queueMail, mail, deliver } = await load();
    const { mailMetrics } = await import('@/lib/mail/mail-metrics');
    const { metrics } = await import('@/lib/health/metrics');
    mailMetrics();
    const before = await metrics().registry.metrics();
    const sentIn = (text: string) => Number(/site_mails_total\{outcome="sent"\} (\d+)/.exec(text)?.[1] ?? 0);
    await queueMail(mail);
    expect(await metrics().registry.metrics()).toMatch(/site_mails_waiting 1\b/);
    await deliver(server.url);
    const after = await metrics().registry.metrics();
    expect(sentIn(after)).toBe(sentIn(before) + 1);
    expect(after).toMatch(/site_mails_waiting 0\b/);
  });
});
