import { isIP } from 'node:net';

/** How many mails are under way at once, each on a connection of its own that is used again. */
export const connections = 4;

const second = 1000;
const timeouts = { connectionTimeout: 10 * second, greetingTimeout: 10 * second, socketTimeout: 30 * second };

const isLoopback = (host: string) =>
  host === 'localhost' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));

/**
 * SMTP_URL with our settings, where it does not say otherwise itself (nodemailer reads them from the query). A password must
 * not be read on its way: with one, STARTTLS is demanded, not only used when it is offered.
 */
export const completeSmtpUrl = (smtpUrl: string): string => {
  const url = new URL(smtpUrl);
  const needsTls = url.protocol === 'smtp:' && url.username !== '' && !isLoopback(url.hostname);
  const settings = {
    pool: true,
    maxConnections: connections,
    maxRequeues: 1,
    ...timeouts,
    ...(needsTls ? { requireTLS: true } : {}),
  };
  for (const [name, value] of Object.entries(settings)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(value));
  }
  return url.href;
};
