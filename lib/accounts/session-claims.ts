import { z } from 'zod';

/** What the session cookie says: the user, and the row of `Session` that makes it worth something. */
export const SessionClaims = z.object({ sub: z.uuid(), session: z.uuid() });
export type SessionClaims = z.infer<typeof SessionClaims>;
