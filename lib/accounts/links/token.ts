import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a token. The token is random, so one round of SHA-256 is enough. */
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
