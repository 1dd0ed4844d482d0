import 'server-only';
import { startJob } from '@/lib/background/start-job';
import { isMailOn } from '@/lib/mail/is-mail-on';
import { sendDigests } from './send-digests';

/** Looks every ten minutes for whoever is due a digest. */
export const startDigestJob = (): void => {
  if (isMailOn()) startJob({ name: 'digests', everyMs: 10 * 60 * 1000, run: sendDigests });
};
