import { siteEnv } from '@/lib/config/env';

/**
 * Whether mails go anywhere: to the server of SMTP_URL, or in development into the log. Where this is false, nothing that
 * needs mail is offered.
 */
export const isMailOn = (): boolean => {
  const { SMTP_URL, NODE_ENV } = siteEnv();
  return SMTP_URL !== undefined || NODE_ENV === 'development';
};
