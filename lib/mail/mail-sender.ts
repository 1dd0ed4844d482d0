import { siteEnv } from '@/lib/config/env';

/** Name and address that mails come from. */
export const mailSender = (): { name: string; address: string } => {
  const { MAIL_FROM, NEXTAUTH_URL } = siteEnv();
  const from = MAIL_FROM ?? `System Design Mastery <no-reply@${new URL(NEXTAUTH_URL).hostname}>`;
  const [, name = '', address = from] = /^(.*)<(.+)>$/.exec(from) ?? [];
  return { name: name.trim(), address: address.trim() };
};
