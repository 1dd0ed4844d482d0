import { createHash } from 'node:crypto';

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/** Base58Check: the last four bytes are the beginning of a double SHA-256 of the rest. Tokens and digests do not have them. */
const hasChecksum = (text: string): boolean => {
  let value = 0n;
  for (const character of text) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) return false;
    value = value * 58n + BigInt(digit);
  }
  const hex = value.toString(16).padStart(50, '0');
  const bytes = Buffer.from(hex, 'hex');
  if (bytes.length !== 25) return false;
  return sha256(sha256(bytes.subarray(0, 21)))
    .subarray(0, 4)
    .equals(bytes.subarray(21));
};

/** Bitcoin (base58 and bech32), Ethereum, Tron. */
export const hasWallet = (text: string): boolean =>
  /\bbc1[ac-hj-np-z02-9]{38,58}\b/.test(text) ||
  /\b0x[0-9a-fA-F]{40}\b/.test(text) ||
  [...text.matchAll(/\b[13T][1-9A-HJ-NP-Za-km-z]{25,34}\b/g)].some(([found]) => hasChecksum(found));
