import type { ServerFrame } from '@/labs/protocol/server-frames';

/** Frames that may come many times a second wait this long and are drawn together, in ms: four pictures a second. */
export const batchMs = 250;

const chatty: ReadonlySet<ServerFrame['type']> = new Set(['stats', 'requests', 'log']);

/** Hands frames on in their order; chatty ones are held back and handed on together. */
export class FrameBatcher {
  #held: ServerFrame[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly deliver: (frames: readonly ServerFrame[]) => void) {}

  push(frame: ServerFrame): void {
    this.#held.push(frame);
    if (!chatty.has(frame.type)) return this.flush();
    this.#timer ??= setTimeout(() => this.flush(), batchMs);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const frames = this.#held;
    this.#held = [];
    if (frames.length > 0) this.deliver(frames);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#held = [];
  }
}
