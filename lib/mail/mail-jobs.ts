import 'server-only';
import { startJob } from '@/lib/background/start-job';
import { siteEnv } from '@/lib/config/env';
import { deliverMail } from './deliver-mail';
import { isMailOn } from './is-mail-on';
import { logMailServer } from './log-mail-server';
import { mailMetrics } from './mail-metrics';
import { createSmtpMailServer } from './smtp-mail-server';
import { deleteFailedBefore } from './store';

const hourMs = 60 * 60 * 1000;
const keepFailedMs = 30 * 24 * hourMs;

/** Hands mails over as they come. What was given up is forgotten after 30 days. */
export const startMailJobs = (): void => {
  startJob({
    name: 'forget failed mail',
    everyMs: hourMs,
    run: () => deleteFailedBefore(new Date(Date.now() - keepFailedMs)),
  });
  if (!isMailOn()) return;
  mailMetrics();
  const { SMTP_URL } = siteEnv();
  const server = SMTP_URL === undefined ? logMailServer : createSmtpMailServer(SMTP_URL);
  startJob({ name: 'mail', everyMs: 1000, run: () => deliverMail(server) });
};
