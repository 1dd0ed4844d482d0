export type Report = (text: string, percent?: number | null) => void;

type Options = {
  write?: (line: string) => void;
  now?: () => number;
};

/** A line of progress at most so often for each step, so that a log stays readable. */
const quietMs = 2000;

/** Calm lines, the same on a terminal and in a log: seconds since the start, the step, what it does, percent where known. */
export class Progress {
  private readonly startedAt: number;
  private readonly write: (line: string) => void;
  private readonly now: () => number;

  constructor(options: Options = {}) {
    this.write = options.write ?? ((line) => process.stderr.write(`${line}\n`));
    this.now = options.now ?? (() => performance.now());
    this.startedAt = this.now();
  }

  say(text: string): void {
    this.write(`${formatElapsed(this.now() - this.startedAt)} ${text}`);
  }

  /** Runs a step. `work` may return a sentence that takes the place of "done". A step that is quick says one line. */
  async step<T>(name: string, work: (report: Report) => Promise<T>, done?: (value: T) => string): Promise<T> {
    const startedAt = this.now();
    let saidAt = startedAt;
    let latest = '';
    const timer = setInterval(() => this.say(`${name}: ${latest || 'at work'} …`), 15_000);
    timer.unref();
    try {
      const value = await work((text, percent) => {
        latest = percent === undefined || percent === null ? text : `${text} ${Math.round(percent)} %`;
        if (this.now() - saidAt < quietMs) return;
        saidAt = this.now();
        timer.refresh();
        this.say(`${name}: ${latest}`);
      });
      this.say(`${name}: ${done?.(value) ?? 'ready'} (${formatSeconds(this.now() - startedAt)})`);
      return value;
    } finally {
      clearInterval(timer);
    }
  }
}

export const formatSeconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

export const formatElapsed = (ms: number) => `[${(ms / 1000).toFixed(1).padStart(5)} s]`;
