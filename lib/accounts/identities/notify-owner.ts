import 'server-only';
import { queueMail } from '@/lib/mail/queue-mail';
import type { composeMail } from '@/lib/mail/compose-mail';
import { findWaysInRow } from './store';

/** Tells the owner of an account by mail that a way into it came or went. Without an address there is nobody to tell. */
export const notifyOwner = async (userId: string, mail: (to: string) => ReturnType<typeof composeMail>) => {
  const { email } = await findWaysInRow(userId);
  if (email !== null) await queueMail(mail(email));
};
