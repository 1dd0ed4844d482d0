import { db } from '@/lib/db/client';

/** Mails that wait for an address, oldest first. */
export const mailsTo = (to: string) => db().outgoingMail.findMany({ where: { to }, orderBy: { id: 'asc' } });

/** The token in the newest mail to an address. */
export const tokenTo = async (to: string): Promise<string> => {
  const text = (await mailsTo(to)).at(-1)?.text ?? '';
  const [, token] = /token=([A-Za-z0-9_-]{43})/.exec(text) ?? [];
  if (!token) throw new Error(`No link for ${to} in: ${text}`);
  return token;
};
