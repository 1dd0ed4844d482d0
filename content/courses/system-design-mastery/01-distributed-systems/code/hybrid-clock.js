/** @typedef {{ ms: number, count: number }} Stamp compared by ms, then by count */

export class HybridClock {
  /** @type {Stamp} */
  #last = { ms: 0, count: 0 };
  #wallMs;

  /** @param {() => number} wallMs the machine's clock, which may be wrong and may step back */
  constructor(wallMs) {
    this.#wallMs = wallMs;
  }

  /** The stamp of an event here, later than every stamp seen before. @param {Stamp} received */
  tick(received = { ms: 0, count: 0 }) {
    const ms = Math.max(this.#wallMs(), this.#last.ms, received.ms);
    const counts = [this.#last, received].filter((stamp) => stamp.ms === ms).map((stamp) => stamp.count);
    this.#last = { ms, count: Math.max(-1, ...counts) + 1 };
    return this.#last;
  }
}
