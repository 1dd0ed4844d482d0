import 'server-only';
import { log } from '@/lib/config/log';
import type { MailServer } from './mail-server';

/** In development without SMTP_URL: the log is where mails arrive, with their links. */
export const logMailServer: MailServer = {
  take: async ({ subject, text }) => {
    log().info({ subject, text }, 'mail, which SMTP_URL would send');
    return { kind: 'taken' };
  },
};
