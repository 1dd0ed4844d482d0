import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

export type KeyFiles = {
  ticketPrivate: string;
  ticketPublic: string;
  receiptPrivate: string;
  receiptPublic: string;
  sessionSecret: string;
};

/** Makes what is missing in `DATA_DIR/keys`, readable by this user only. Existing keys are never replaced. */
export async function ensureKeys(dataDir: string): Promise<KeyFiles> {
  const folder = path.join(dataDir, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const ticket = await ensureKeyPair(folder, 'ticket');
  const receipt = await ensureKeyPair(folder, 'receipt');
  return {
    ticketPrivate: ticket.privateFile,
    ticketPublic: ticket.publicFile,
    receiptPrivate: receipt.privateFile,
    receiptPublic: receipt.publicFile,
    sessionSecret: await readOrCreateSecret(path.join(folder, 'session-secret')),
  };
}

/** 32 random bytes in hex. */
export async function readOrCreateSecret(file: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  if (!(await exists(file))) await writeOnce(file, randomBytes(32).toString('hex'));
  return (await readFile(file, 'utf8')).trim();
}

async function ensureKeyPair(folder: string, name: 'ticket' | 'receipt') {
  const privateFile = path.join(folder, `${name}-private.pem`);
  const publicFile = path.join(folder, `${name}-public.pem`);
  if (!(await exists(privateFile)) || !(await exists(publicFile))) {
    await rm(privateFile, { force: true });
    await rm(publicFile, { force: true });
    const pair = generateKeyPairSync('ed25519', {
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    await writeOnce(publicFile, pair.publicKey);
    await writeOnce(privateFile, pair.privateKey);
  }
  return { privateFile, publicFile };
}

/** The file appears whole or not at all, even when the process dies meanwhile. */
async function writeOnce(file: string, content: string) {
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, content, { mode: 0o600 });
  try {
    await link(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );
