/** Gives the lock to one holder at a time; each grant has a higher token. The lease ends by this clock only. */
export class LockService {
  #token = 0;
  #leaseEndsMs = 0;

  /** @param {number} nowMs @param {number} leaseMs */
  acquire(nowMs, leaseMs) {
    if (nowMs < this.#leaseEndsMs) return undefined;
    this.#leaseEndsMs = nowMs + leaseMs;
    this.#token += 1;
    return this.#token;
  }
}

/** Refuses a writer as soon as a later holder of the lock has been here. */
export class FencedStore {
  #highestToken = 0;
  /** @type {string[]} */
  sent = [];

  /** @param {number} token @param {string} invoice */
  send(token, invoice) {
    if (token < this.#highestToken) return 'stale-token';
    this.#highestToken = token;
    this.sent.push(invoice);
    return 'sent';
  }
}
