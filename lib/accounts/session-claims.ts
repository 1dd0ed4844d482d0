import { z } from 'zod';

/** What the session cookie says: the user, and the version that the session was made under. */
export const SessionClaims = z.object({ sub: z.uuid(), version: z.int() });
export type SessionClaims = z.infer<typeof SessionClaims>;
