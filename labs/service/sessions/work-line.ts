/**
 * One thing at a time for a cell. Short work (apply, fault, heal, traffic, restart) waits its turn; while a check runs
 * nothing else may touch the cell, or its verdict would be about something that nobody asked for.
 */
export class WorkLine {
  private tail: Promise<void> = Promise.resolve();
  private waiting = 0;
  private checking = false;

  constructor(private readonly maxWaiting = 8) {}

  get isChecking(): boolean {
    return this.checking;
  }

  /** False when the work was refused; it must not reject. */
  run(kind: 'short' | 'check', work: () => Promise<void>): boolean {
    if (this.checking || this.waiting >= this.maxWaiting) return false;
    if (kind === 'check') this.checking = true;
    this.waiting += 1;
    this.tail = this.tail.then(work).finally(() => {
      this.waiting -= 1;
      if (kind === 'check') this.checking = false;
    });
    return true;
  }
}
