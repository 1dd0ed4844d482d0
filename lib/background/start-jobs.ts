import 'server-only';
import { startLinkJobs } from '@/lib/accounts/links/link-jobs';
import { startMailJobs } from '@/lib/mail/mail-jobs';
import { startDigestJob } from '@/lib/notifications/digest/digest-job';
import { startForgetJob } from '@/lib/notifications/forget/forget-job';

/**
 * Starts everything that this server does without being asked. Called once by `instrumentation.ts`, in the running server
 * only: neither a build nor a test starts jobs.
 */
export const startJobs = (): void => {
  startMailJobs();
  startLinkJobs();
  startDigestJob();
  startForgetJob();
};
