import 'server-only';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's Password Storage Cheat Sheet: Argon2id (the library's default) with 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string) => hash(password, parameters);

let decoy: Promise<string> | undefined;

/**
 * Whether the password fits the hash. Without a hash it does the same work and answers no, so that
 * the time of an answer does not tell whether an account exists.
 */
export const verifyPassword = async (passwordHash: string | null, password: string): Promise<boolean> => {
  decoy ??= hashPassword('a password that belongs to nobody');
  const fits = await verify(passwordHash ?? (await decoy), password);
  return passwordHash !== null && fits;
};
