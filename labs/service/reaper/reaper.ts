import type { CellRuntime } from '@/labs/runtime/cell-runtime';
import type { Logger } from '@/labs/service/observability/log';
import type { ServiceMetrics } from '@/labs/service/observability/metrics';
import { Gate } from '@/labs/service/pool/gate';

/**
 * The first rounds come soon after boot: the engine may still be finishing calls that a killed predecessor made,
 * and would leave their containers behind the first round's back.
 */
const firstRoundsMs = [2000, 5000, 15_000];
const intervalMs = 60_000;
const listDeadlineMs = 15_000;
const removeDeadlineMs = 30_000;

type ReaperOptions = {
  runtime: CellRuntime;
  /** Cells that this process answers for. */
  isOwned(cellId: string): boolean;
  metrics: ServiceMetrics;
  log: Logger;
};

/** Removes every cell of this instance that nobody owns: at boot (all of them) and on a timer. */
export class Reaper {
  private readonly gate = new Gate(4);
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<number> | null = null;
  private rounds = 0;
  private isStopped = false;

  constructor(private readonly options: ReaperOptions) {}

  /** One round now, then on the timer. Never rejects; resolves with the number of removed cells. */
  async start(): Promise<number> {
    const reaped = await this.reap();
    this.schedule();
    return reaped;
  }

  /** A round; joins the one that is under way. Never rejects. */
  reap(): Promise<number> {
    this.round ??= this.sweep().finally(() => {
      this.round = null;
    });
    return this.round;
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  private schedule(): void {
    if (this.isStopped) return;
    const delayMs = firstRoundsMs[this.rounds] ?? intervalMs;
    this.rounds += 1;
    this.timer = setTimeout(() => void this.reap().finally(() => this.schedule()), delayMs);
  }

  private async sweep(): Promise<number> {
    const { runtime, isOwned, log, metrics } = this.options;
    try {
      const cells = await runtime.list(AbortSignal.timeout(listDeadlineMs));
      const orphans = cells.filter((cell) => !isOwned(cell.id));
      const removals = await Promise.allSettled(
        orphans.map((cell) =>
          this.gate.run(() => runtime.remove(cell.id, AbortSignal.timeout(removeDeadlineMs))),
        ),
      );
      const reaped = removals.filter((removal) => removal.status === 'fulfilled').length;
      if (orphans.length > 0) log.info({ found: orphans.length, reaped }, 'removed cells that nobody owns');
      metrics.reaped.inc(reaped);
      return reaped;
    } catch (error) {
      log.warn({ err: error }, 'the reaper could not look for cells');
      return 0;
    }
  }
}
