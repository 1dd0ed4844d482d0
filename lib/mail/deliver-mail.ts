import 'server-only';
import { log } from '@/lib/config/log';
import { isMailOn } from './is-mail-on';
import { mailMetrics } from './mail-metrics';
import type { Handover, MailServer } from './mail-server';
import { connections } from './smtp-url';
import { deleteMail, giveUpMail, postponeMail, takeMail, type TakenMail } from './store';

/** Longer than a handover can take with all its timeouts. */
const leaseSeconds = 10 * 60;
const giveUpAfterMs = 24 * 60 * 60 * 1000;

/** 15 s after the first failure, then twice as long each time, up to an hour: about thirty attempts in a day. */
export const pauseSeconds = (attempts: number): number =>
  Math.min(60 * 60, 15 * 2 ** Math.min(attempts - 1, 10));

const settle = async (mail: TakenMail, outcome: Handover) => {
  const { outcomes } = mailMetrics();
  if (outcome.kind === 'taken') {
    await deleteMail(mail.id);
    outcomes.inc({ outcome: 'sent' });
    return;
  }
  // The server's own words may repeat the address: they are for the table, not for the log.
  const said = { mail: mail.id, attempts: mail.attempts, code: outcome.code };
  if (outcome.kind === 'refused' || Date.now() - mail.createdAt.getTime() > giveUpAfterMs) {
    await giveUpMail(mail, outcome.reason);
    outcomes.inc({ outcome: 'failed' });
    log().error(said, 'mail given up');
    return;
  }
  await postponeMail(mail, pauseSeconds(mail.attempts), outcome.reason);
  outcomes.inc({ outcome: 'postponed' });
  log().warn(said, 'mail postponed');
};

/** The same for every attempt, so that a mailbox that got a mail twice can tell. */
const messageId = ({ id, createdAt }: TakenMail) => `mail-${id}.${createdAt.getTime()}`;

/**
 * Hands over what is due, several at once, until nothing is left or the server does not answer. Safe in any number of
 * processes: a row is taken by one of them.
 */
export const deliverMail = async (server: MailServer): Promise<void> => {
  if (!isMailOn()) return;
  let isReachable = true;
  const work = async () => {
    while (isReachable) {
      const mail = await takeMail(leaseSeconds);
      if (!mail) return;
      const outcome = await server.take(mail, messageId(mail));
      if (outcome.kind === 'later' && outcome.isUnreachable) isReachable = false;
      await settle(mail, outcome);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
};
