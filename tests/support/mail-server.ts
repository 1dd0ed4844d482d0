import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { waitFor } from '@/setup/wait-for';

export type ArrivedMail = { from: string; to: string[]; parsed: ParsedMail; raw: string };

/** An answer of the server in place of taking a mail: code and words. */
type Refusal = { code: number; words: string };

const errorOf = ({ code, words }: Refusal) => Object.assign(new Error(words), { responseCode: code });

/**
 * A real SMTP server on loopback that keeps what arrives. `refuse` says, for each recipient or message, with what it is
 * refused; null takes it. With a `port` it comes back where another one was.
 */
export const startMailServer = async (options: SMTPServerOptions & { port?: number } = {}) => {
  const arrived: ArrivedMail[] = [];
  let refuseRecipient: (address: string) => Refusal | null = () => null;
  let refuseMessage: () => Refusal | null = () => null;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    ...options,
    onRcptTo: (address, _session, callback) => {
      const refused = refuseRecipient(address.address);
      callback(refused && errorOf(refused));
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const refused = refuseMessage();
        if (refused) return callback(errorOf(refused));
        const raw = Buffer.concat(chunks);
        void simpleParser(raw).then((parsed) => {
          const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
          const to = session.envelope.rcptTo.map(({ address }) => address);
          arrived.push({ from, to, parsed, raw: raw.toString('utf8') });
          callback();
        }, callback);
      });
    },
  });
  // A client that breaks off is the client's matter.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port.');
  const { port } = address;
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    refuseRecipients: (refuse: typeof refuseRecipient) => void (refuseRecipient = refuse),
    refuseMessages: (refuse: typeof refuseMessage) => void (refuseMessage = refuse),
    /** The newest mail to `address` whose subject matches, once there is one beyond the first `after` of all mails. */
    async mailTo(address: string, subject: RegExp, after = 0): Promise<ParsedMail> {
      const find = async () =>
        arrived
          .slice(after)
          .findLast(({ to, parsed }) => to.includes(address) && subject.test(parsed.subject ?? '')) ?? null;
      const late = () => new Error(`No mail to ${address} among ${arrived.length} that came.`);
      return (await waitFor(find, { deadlineMs: 20_000, late })).parsed;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};
export type TestMailServer = Awaited<ReturnType<typeof startMailServer>>;

/** The link that a mail is for. */
export const linkIn = (mail: ParsedMail): string => {
  const [link] = /https?:\/\/\S+token=\S+/.exec(mail.text ?? '') ?? [];
  if (!link) throw new Error(`The mail has no link: ${mail.text}`);
  return link;
};
