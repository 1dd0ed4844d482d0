import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { withSite } from '@/tests/support/with-site';

beforeAll(() => {
  delete process.env.SMTP_URL;
});
withSite();

beforeEach(() => void vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

const mail = {
  to: 'ada@example.org',
  subject: 'Your link',
  text: 'https://x.example/?token=abc',
  html: '<p>x</p>',
};

/** The site's code as it runs with these settings. */
const load = async (nodeEnv: string) => {
  vi.stubEnv('NODE_ENV', nodeEnv);
  const [{ isMailOn }, { queueMail }, { deliverMail }, { logMailServer }, { log }, { db }] =
    await Promise.all([
      import('@/lib/mail/is-mail-on'),
      import('@/lib/mail/queue-mail'),
      import('@/lib/mail/deliver-mail'),
      import('@/lib/mail/log-mail-server'),
      import('@/lib/config/log'),
      import('@/lib/db/client'),
    ]);
  return { isMailOn, queueMail, deliverMail, logMailServer, log, waiting: () => db().outgoingMail.count() };
};

describe('without a mail server', () => {
  it('a production site queues nothing and offers nothing that needs mail', async () => {
    const { isMailOn, queueMail, waiting } = await load('production');
    expect(isMailOn()).toBe(false);
    await queueMail(mail);
    expect(await waiting()).toBe(0);
    const { askForWayIn } = await import('@/lib/accounts/links/ask-for-way-in');
    expect(await askForWayIn({ ask: 'reset', email: mail.to, returnPath: '/' }, null)).toMatchObject({
      ok: false,
      error: { code: 'mail-off' },
    });
  });

  it('a site in development writes mails with their links into the log, and has sent them then', async () => {
    const { isMailOn, queueMail, deliverMail, logMailServer, log, waiting } = await load('development');
    expect(isMailOn()).toBe(true);
    const said = vi.spyOn(log(), 'info').mockImplementation(() => undefined);
    await queueMail(mail);
    expect(await waiting()).toBe(1);
    await deliverMail(logMailServer);
    expect(said).toHaveBeenCalledWith({ subject: mail.subject, text: mail.text }, expect.any(String));
    expect(await waiting()).toBe(0);
  });
});
