import type { Mail } from './mail';

/** What became of handing a mail over. `isUnreachable`: it was not about this mail, and the next one would fare no better. */
export type Handover =
  | { kind: 'taken' }
  | { kind: 'refused'; code: string; reason: string }
  | { kind: 'later'; code: string; reason: string; isUnreachable: boolean };

/** Who takes mails from us. `id` is the same whenever the same mail is handed over again. */
export type MailServer = { take: (mail: Mail, id: string) => Promise<Handover> };
