import { z } from 'zod';

/** The header by which mail programs offer to unsubscribe. Mails that carry it wait behind those that somebody waits for. */
export const unsubscribeHeader = 'List-Unsubscribe';

/** Whatever ends a line, or is not printed at all, becomes a blank: a header is one line, whoever chose the words in it. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

const HeaderName = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'is not the name of a header');

/** A mail to one person. Line breaks in the subject or a header become blanks; an address that contains one is refused. */
export const Mail = z.strictObject({
  to: z.email(),
  subject: z.string().transform(oneLine),
  text: z.string(),
  html: z.string(),
  headers: z.record(HeaderName, z.string().transform(oneLine)).default({}),
});
export type Mail = z.output<typeof Mail>;
