import { SignJWT, type CryptoKey } from 'jose';
import {
  receiptAlgorithm,
  receiptAudience,
  receiptIssuer,
  receiptPath,
  type Receipt,
} from '@/labs/protocol/receipts';

const deadlineMs = 10_000;
/** Client errors that pass by themselves; all others mean that this receipt will never be taken. */
const passing = new Set([408, 425, 429]);

export type DeliveryOutcome = 'delivered' | 'refused' | 'retry';

/** POSTs one receipt as a compact JWS. Never rejects. */
export async function sendReceipt(
  receipt: Receipt,
  to: { siteUrl: string; key: CryptoKey },
  signal: AbortSignal,
): Promise<{ outcome: DeliveryOutcome; reason: string }> {
  try {
    const token = await new SignJWT(receipt)
      .setProtectedHeader({ alg: receiptAlgorithm })
      .setIssuer(receiptIssuer)
      .setAudience(receiptAudience)
      .setIssuedAt()
      .sign(to.key);
    const response = await fetch(new URL(receiptPath, to.siteUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ receipt: token }),
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]),
    });
    await response.body?.cancel();
    const reason = `HTTP ${response.status}`;
    if (response.ok) return { outcome: 'delivered', reason };
    const isRefused = response.status >= 400 && response.status < 500 && !passing.has(response.status);
    return { outcome: isRefused ? 'refused' : 'retry', reason };
  } catch (error) {
    return { outcome: 'retry', reason: error instanceof Error ? error.message : 'unknown' };
  }
}
