import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { SignJWT, importPKCS8 } from 'jose';
import { ticketAudience, ticketIssuer, ticketLifetimeSeconds } from '@/labs/protocol/ticket';

export type TicketWishes = {
  learner?: string;
  run?: string;
  scenario?: string;
  origin?: string;
  /** Seconds from now; negative for a ticket of the past. */
  issuedIn?: number;
  lifetimeSeconds?: number;
  audience?: string;
  issuer?: string;
  jti?: string;
};

export const testOrigin = 'http://localhost:3000';

/** A ticket as the site would mint it, or, by its wishes, as it never would. */
export async function mintTicket(privateKeyFile: string, wishes: TicketWishes = {}): Promise<string> {
  const key = await importPKCS8(await readFile(privateKeyFile, 'utf8'), 'EdDSA');
  const issuedAt = Math.floor(Date.now() / 1000) + (wishes.issuedIn ?? 0);
  return new SignJWT({
    run: wishes.run ?? randomUUID(),
    scenario: wishes.scenario ?? 'first-balancer',
    origin: wishes.origin ?? testOrigin,
  })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(wishes.issuer ?? ticketIssuer)
    .setAudience(wishes.audience ?? ticketAudience)
    .setSubject(wishes.learner ?? randomUUID())
    .setJti(wishes.jti ?? randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + (wishes.lifetimeSeconds ?? ticketLifetimeSeconds))
    .sign(key);
}
