import 'server-only';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { mailSender } from './mail-sender';
import { completeSmtpUrl } from './smtp-url';
import type { Handover, MailServer } from './mail-server';

/** What nodemailer throws. `command` says what the server was asked when it refused. */
const SmtpError = z.object({
  message: z.string().default('unknown'),
  code: z.string().default('unknown'),
  command: z.string().default(''),
  responseCode: z.number().optional().catch(undefined),
});

/**
 * A 5xx about the recipient or the message is final. A refused greeting, password or sender is about our settings: the
 * operator can mend them, so the mail waits.
 */
const readFailure = (thrown: unknown): Handover => {
  const { message, code, command, responseCode } = SmtpError.parse(thrown);
  const isAboutMail = command === 'RCPT TO' || command === 'DATA';
  const isFinal = responseCode !== undefined && responseCode >= 500;
  const said = {
    code: [code, command, responseCode].filter(Boolean).join(' '),
    reason: message.slice(0, 500),
  };
  if (isAboutMail && isFinal) return { kind: 'refused', ...said };
  return { kind: 'later', ...said, isUnreachable: !isAboutMail };
};

export const createSmtpMailServer = (smtpUrl: string): MailServer & { close: () => void } => {
  const sender = mailSender();
  const transport = createTransport(completeSmtpUrl(smtpUrl));
  return {
    take: async ({ to, subject, text, html, headers }, id) => {
      try {
        await transport.sendMail({
          from: sender,
          to: { name: '', address: to },
          envelope: { from: sender.address, to },
          messageId: `<${id}@${sender.address.split('@').at(-1)}>`,
          headers: { 'Auto-Submitted': 'auto-generated', ...headers },
          subject,
          text,
          html,
        });
        return { kind: 'taken' };
      } catch (error) {
        return readFailure(error);
      }
    },
    close: () => transport.close(),
  };
};
