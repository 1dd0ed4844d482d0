import { z } from 'zod';

const PublicAddress = z.url({
  protocol: /^https?$/,
  error: 'NEXTAUTH_URL is not an address. See .env.example.',
});

/**
 * The origin that readers type, without a slash at its end. Pages that are made at build time carry the address of that
 * moment, answers made on request the one of theirs (docs/decisions/0061).
 */
export const publicAddress = (source = process.env.NEXTAUTH_URL): string =>
  new URL(PublicAddress.parse(source || 'http://localhost:3000')).origin;

/** Whether only this very machine reaches an address; nobody can follow it from elsewhere. */
export const isOwnMachine = (address: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(address).hostname);
