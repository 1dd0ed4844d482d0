import { z } from 'zod';
import { Email } from '../forms';
import { providerIds } from './provider';

/** Who somebody is elsewhere. `email`: only one that the provider itself has confirmed. */
export const ForeignIdentity = z.object({
  provider: z.enum(providerIds),
  subject: z.string().min(1).max(300),
  name: z.string(),
  email: Email.nullable(),
});
export type ForeignIdentity = z.output<typeof ForeignIdentity>;

/** An id is unique at its server only: another server of the same kind may give it to somebody else. */
export const subjectAt = (server: string, usualServer: string, id: string): string =>
  new URL(server).origin === new URL(usualServer).origin
    ? id
    : `${new URL(server).href.replace(/\/+$/, '')} ${id}`;

/** A name from elsewhere as a name may be here, or null when nothing is left of it. */
export const cleanName = (name: string): string | null =>
  name
    .replace(/[\p{Cc}\p{Cf}<>]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
    .trim() || null;
