import { readFile } from 'node:fs/promises';
import { importPKCS8, importSPKI, type CryptoKey } from 'jose';

const algorithm = 'EdDSA';

/** Reads the key that tickets are checked with and the one that receipts are signed with. Throws naming the file. */
export async function loadKeys(files: {
  ticketPublicKeyFile: string;
  receiptPrivateKeyFile: string;
}): Promise<{ ticketKey: CryptoKey; receiptKey: CryptoKey }> {
  const [ticketKey, receiptKey] = await Promise.all([
    load(files.ticketPublicKeyFile, (pem) => importSPKI(pem, algorithm)),
    load(files.receiptPrivateKeyFile, (pem) => importPKCS8(pem, algorithm)),
  ]);
  return { ticketKey, receiptKey };
}

async function load(file: string, read: (pem: string) => Promise<CryptoKey>): Promise<CryptoKey> {
  try {
    return await read(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Error(`The key file ${file} cannot be read. "npm start" makes the keys.`, { cause: error });
  }
}
