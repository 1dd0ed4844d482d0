import { errors, jwtVerify, type CryptoKey } from 'jose';
import { TicketClaims, ticketAudience, ticketIssuer, ticketLifetimeSeconds } from '@/labs/protocol/ticket';

/** Two clocks of one data centre differ by less. */
const clockToleranceSeconds = 2;

export type TicketRefusal = {
  status: 401 | 403;
  code: 'ticket-missing' | 'ticket-invalid' | 'ticket-expired' | 'ticket-used' | 'origin-foreign';
  message: string;
};
export type TicketCheck = { ok: true; claims: TicketClaims } | { ok: false; refusal: TicketRefusal };

const refuse = (status: 401 | 403, code: TicketRefusal['code'], message: string): TicketCheck => ({
  ok: false,
  refusal: { status, code, message },
});

/** Tells whether a ticket opens a run, and remembers it: it opens one only once. */
export class TicketVerifier {
  /** jti → epoch seconds until which it must be remembered. */
  private readonly used = new Map<string, number>();
  private readonly bootedAtSeconds = Math.floor(Date.now() / 1000);

  constructor(private readonly key: CryptoKey) {}

  async verify(ticket: string | null, origin: string | undefined): Promise<TicketCheck> {
    if (!ticket) return refuse(401, 'ticket-missing', 'Open the lab from its page: a ticket is needed.');
    const claims = await this.readClaims(ticket);
    if (!claims.ok) return claims;
    const { jti, iat, exp, origin: expected } = claims.claims;
    // What was used before this process started is forgotten, so nothing from then is good.
    if (exp - iat > ticketLifetimeSeconds || iat < this.bootedAtSeconds - clockToleranceSeconds) {
      return refuse(401, 'ticket-expired', 'The ticket is too old. Reload the page.');
    }
    if (origin !== expected) {
      return refuse(403, 'origin-foreign', 'A lab can be opened only from the site that gave the ticket.');
    }
    this.forgetExpired();
    if (this.used.has(jti))
      return refuse(401, 'ticket-used', 'The ticket was used already. Reload the page.');
    this.used.set(jti, exp + 2 * clockToleranceSeconds);
    return claims;
  }

  private async readClaims(ticket: string): Promise<TicketCheck> {
    try {
      const { payload } = await jwtVerify(ticket, this.key, {
        algorithms: ['EdDSA'],
        issuer: ticketIssuer,
        audience: ticketAudience,
        clockTolerance: clockToleranceSeconds,
        maxTokenAge: ticketLifetimeSeconds,
        requiredClaims: ['exp', 'iat', 'jti', 'sub'],
      });
      const claims = TicketClaims.safeParse(payload);
      if (claims.success) return { ok: true, claims: claims.data };
    } catch (error) {
      if (error instanceof errors.JWTExpired) {
        return refuse(401, 'ticket-expired', 'The ticket is too old. Reload the page.');
      }
      if (!(error instanceof errors.JOSEError)) throw error;
    }
    return refuse(401, 'ticket-invalid', 'The ticket is not valid here. Reload the page.');
  }

  private forgetExpired(): void {
    const now = Date.now() / 1000;
    for (const [jti, until] of this.used) {
      if (until >= now) return;
      this.used.delete(jti);
    }
  }
}
