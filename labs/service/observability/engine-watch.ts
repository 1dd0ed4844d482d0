import type { CellRuntime, RuntimeHealth } from '@/labs/runtime/cell-runtime';
import type { Logger } from './log';

const healthyIntervalMs = 10_000;
const unhealthyIntervalMs = 2000;
const probeDeadlineMs = 5000;

/** Knows whether the container engine answers, and tells when it comes back. */
export class EngineWatch {
  private current: RuntimeHealth | null = null;
  private timer: NodeJS.Timeout | undefined;
  private probing: Promise<RuntimeHealth> | null = null;
  private readonly listeners = new Set<(wasAway: boolean) => void>();
  private isStopped = false;

  constructor(
    private readonly runtime: CellRuntime,
    private readonly log: Logger,
    /** What the setup found out about a missing engine; it knows more than a failed call. */
    private readonly advice: string | null = null,
  ) {}

  /** The last answer; null until the first probe has ended. */
  get health(): RuntimeHealth | null {
    return this.current;
  }

  /** Called whenever the engine answers that it is well. */
  onHealthy(listener: (wasAway: boolean) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Asks the engine now (one question at a time), and keeps asking on a timer. Never rejects. */
  probe(): Promise<RuntimeHealth> {
    this.probing ??= this.ask().finally(() => {
      this.probing = null;
    });
    return this.probing;
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  private async ask(): Promise<RuntimeHealth> {
    clearTimeout(this.timer);
    const answer = await this.runtime
      .health(AbortSignal.timeout(probeDeadlineMs))
      .catch((error: unknown): RuntimeHealth => ({
        ok: false,
        code: 'no-engine',
        message: `The container engine does not answer (${error instanceof Error ? error.message : 'unknown reason'}). Start Docker; the lab goes on by itself.`,
      }));
    const health = answer.ok || this.advice === null ? answer : { ...answer, message: this.advice };
    const wasAway = this.current !== null && !this.current.ok;
    if (!health.ok && (this.current === null || this.current.ok)) {
      this.log.error({ code: health.code }, 'the container engine is unavailable');
    }
    this.current = health;
    if (!this.isStopped) {
      this.timer = setTimeout(() => void this.probe(), health.ok ? healthyIntervalMs : unhealthyIntervalMs);
      if (health.ok && wasAway) this.log.info('the container engine is back');
      if (health.ok) for (const listener of this.listeners) listener(wasAway);
    }
    return health;
  }
}
