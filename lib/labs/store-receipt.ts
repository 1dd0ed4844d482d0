import 'server-only';
import { readFile } from 'node:fs/promises';
import { errors, importSPKI, jwtVerify, type CryptoKey } from 'jose';
import { Receipt, receiptAudience, receiptIssuer } from '@/labs/protocol/receipts';
import { siteEnv } from '@/lib/config/env';
import { refusal, success, type Outcome } from '@/lib/outcome/outcome';
import { applyReceipt } from './store';

let key: Promise<CryptoKey> | undefined;

/** Verifies the lab service's signature and stores what it reports, once however often it is sent. */
export async function storeReceipt(
  jws: string,
): Promise<Outcome<{ isNew: boolean }, 'labs-off' | 'bad-signature' | 'malformed'>> {
  const file = siteEnv().RECEIPT_PUBLIC_KEY_FILE;
  if (file === undefined) return refusal('labs-off', 'This site knows no lab service.');
  key ??= readFile(file, 'utf8').then((pem) => importSPKI(pem, 'EdDSA'));
  const payload = await verify(jws, await key);
  if (payload === null) return refusal('bad-signature', 'The receipt is not signed by the lab service.');
  const receipt = Receipt.safeParse(payload);
  if (!receipt.success) return refusal('malformed', 'The receipt does not follow the protocol.');
  return success({ isNew: await applyReceipt(receipt.data) });
}

/** Receipts do not expire: the lab service repeats them until the site has them. */
async function verify(jws: string, publicKey: CryptoKey): Promise<unknown> {
  try {
    const options = { issuer: receiptIssuer, audience: receiptAudience, algorithms: ['EdDSA'] };
    return (await jwtVerify(jws, publicKey, options)).payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}
