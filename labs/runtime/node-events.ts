/** Lines kept for the first listener: an agent's first frame may come before anybody listens. */
const maxEarlyLines = 1000;

type Exit = { code: number | null };

function add<T>(set: Set<T>, listener: T): () => void {
  set.add(listener);
  return () => set.delete(listener);
}

/** The listeners of one container. What happened before the first listener came is told to it. */
export class NodeEvents {
  readonly #line = new Set<(line: string) => void>();
  readonly #flood = new Set<() => void>();
  readonly #exit = new Set<(exit: Exit) => void>();
  #early: string[] | null = [];
  #exited: Exit | null = null;

  onLine(listener: (line: string) => void): () => void {
    const remove = add(this.#line, listener);
    const early = this.#early;
    this.#early = null;
    if (early !== null && early.length > 0)
      queueMicrotask(() => {
        for (const line of early) if (this.#line.has(listener)) listener(line);
      });
    return remove;
  }

  onFlood(listener: () => void): () => void {
    return add(this.#flood, listener);
  }

  onExit(listener: (exit: Exit) => void): () => void {
    const remove = add(this.#exit, listener);
    const exited = this.#exited;
    if (exited !== null)
      queueMicrotask(() => {
        if (this.#exit.has(listener)) listener(exited);
      });
    return remove;
  }

  line(line: string): void {
    if (this.#early === null) for (const listener of [...this.#line]) listener(line);
    else if (this.#early.length < maxEarlyLines) this.#early.push(line);
  }

  flood(): void {
    for (const listener of [...this.#flood]) listener();
  }

  exit(exit: Exit): void {
    if (this.#exited !== null) return;
    this.#exited = exit;
    for (const listener of [...this.#exit]) listener(exit);
  }

  /** The container runs again: its next exit is news. */
  started(): void {
    this.#exited = null;
  }
}
