import 'server-only';
import { log } from '@/lib/config/log';
import { Mail } from '@/lib/mail/mail';
import { queueMail } from '@/lib/mail/queue-mail';
import { sendBatch } from './store';
import { writeUnsubscribeToken } from './unsubscribe-token';
import { writeDigest } from './write-digest';

const batch = 20;

/** Leaves a mail for everybody who is due a digest and has something to be told. @returns how many mails */
export const sendDigests = async (): Promise<number> => {
  let sent = 0;
  for (let after: string | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
    after = await sendBatch(after, batch, async (person, told, within) => {
      const mail = Mail.safeParse(writeDigest(person, told, writeUnsubscribeToken(person.id)));
      // One address that no mail server would take must not keep the others from theirs.
      if (!mail.success) return log().warn({ user: person.id }, 'no digest: not an address');
      await queueMail(mail.data, within);
      sent += 1;
    });
  }
  return sent;
};
