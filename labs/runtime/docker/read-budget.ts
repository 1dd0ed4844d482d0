/** What a container's stdout may cost: a line costs its bytes and a fixed part for parsing it. */
const refillPerSecond = 4 * 1024 * 1024;
const burst = 8 * 1024 * 1024;
const costOfLine = 1024;

/** A token bucket for what a container writes. */
export class ReadBudget {
  #tokens = burst;
  #at: number;

  constructor(private readonly now: () => number = () => performance.now()) {
    this.#at = now();
  }

  /** Pays for a read. Returns for how many ms the stream is to be left unread; 0 within the budget. */
  spend(bytes: number, lines: number): number {
    const now = this.now();
    this.#tokens = Math.min(burst, this.#tokens + ((now - this.#at) / 1000) * refillPerSecond);
    this.#at = now;
    this.#tokens -= bytes + lines * costOfLine;
    return this.#tokens >= 0 ? 0 : Math.ceil((-this.#tokens / refillPerSecond) * 1000);
  }
}
