import 'server-only';
import type { z } from 'zod';
import { isMailOn } from './is-mail-on';
import { Mail } from './mail';
import { insertMail, type MailRows } from './store';

export type { MailRows };

/**
 * Leaves a mail for the job that hands mails to the server (`deliver-mail.ts`); it goes within a second when the server
 * takes it. Does nothing while mail is off. Throws when it is no mail: `to` must be one address. `within`: a transaction of the
 * caller, so that the mail is left if and only if what it tells of is.
 */
export const queueMail = async (mail: z.input<typeof Mail>, within?: MailRows): Promise<void> => {
  if (isMailOn()) await insertMail(Mail.parse(mail), within);
};
