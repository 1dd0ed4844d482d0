import 'server-only';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { importPKCS8, SignJWT, type CryptoKey } from 'jose';
import { ticketAudience, ticketIssuer, ticketLifetimeSeconds } from '@/labs/protocol/ticket';
import { siteEnv } from '@/lib/config/env';

export type TicketRequest = { learner: string; run: string; scenario: string; origin: string };

let key: Promise<CryptoKey> | undefined;

/** null when this site was started without a lab service (no key to sign with). */
export async function mintTicket(request: TicketRequest): Promise<string | null> {
  const file = siteEnv().TICKET_PRIVATE_KEY_FILE;
  if (file === undefined) return null;
  key ??= readFile(file, 'utf8').then((pem) => importPKCS8(pem, 'EdDSA'));
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ run: request.run, scenario: request.scenario, origin: request.origin })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(ticketIssuer)
    .setAudience(ticketAudience)
    .setSubject(request.learner)
    .setJti(randomUUID())
    .setIssuedAt(now)
    .setExpirationTime(now + ticketLifetimeSeconds)
    .sign(await key);
}
