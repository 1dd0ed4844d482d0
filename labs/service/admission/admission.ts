export type AdmissionListener = {
  /** The place is yours. Called later, never from within `enter`. */
  granted(): void;
  /** Position in the queue, counted from 1; called when it changes. */
  moved(position: number): void;
};

/** A place, held or waited for. `leave` gives it up; calling it again does nothing. */
export type Admitted = { leave(): void } & (
  { kind: 'granted' } | { kind: 'queued'; position: number } | { kind: 'full' }
);

type Waiting = AdmissionListener & { position: number };

/** A fixed number of places and a first-come-first-served queue for them. */
export class Admission {
  private taken = 0;
  private queue: Waiting[] = [];

  constructor(
    private readonly limits: { places: number; maxQueue: number },
    private readonly onChange: (queued: number) => void = () => undefined,
  ) {}

  get queued(): number {
    return this.queue.length;
  }

  enter(listener: AdmissionListener): Admitted {
    if (this.taken < this.limits.places && this.queue.length === 0) {
      this.taken += 1;
      return { kind: 'granted', leave: this.once(() => this.release()) };
    }
    if (this.queue.length >= this.limits.maxQueue) return { kind: 'full', leave: () => undefined };
    const waiting: Waiting = { ...listener, position: this.queue.length + 1 };
    this.queue.push(waiting);
    this.onChange(this.queue.length);
    return { kind: 'queued', position: waiting.position, leave: this.once(() => this.leaveQueue(waiting)) };
  }

  private leaveQueue(waiting: Waiting): void {
    if (!this.queue.includes(waiting)) return this.release();
    this.queue = this.queue.filter((other) => other !== waiting);
    this.renumber();
  }

  private release(): void {
    this.taken -= 1;
    const next = this.queue.shift();
    if (!next) return;
    this.taken += 1;
    this.renumber();
    next.granted();
  }

  private renumber(): void {
    this.onChange(this.queue.length);
    this.queue.forEach((waiting, index) => {
      if (waiting.position === index + 1) return;
      waiting.position = index + 1;
      waiting.moved(waiting.position);
    });
  }

  private once(action: () => void): () => void {
    let isDone = false;
    return () => {
      if (isDone) return;
      isDone = true;
      action();
    };
  }
}
