import { randomUUID } from 'node:crypto';
import type { LiveCell } from '@/labs/cell/live-cell';
import type { Cell, CellRuntime } from '@/labs/runtime/cell-runtime';
import { LaunchError } from '@/labs/runtime/cell-runtime';
import type { Logger } from '@/labs/service/observability/log';
import type { ServiceMetrics } from '@/labs/service/observability/metrics';
import { CellRemoval } from './cell-removal';

/** A cell that is up and handed to exactly one taker. */
export type SuppliedCell = { readonly id: string; readonly live: LiveCell };

export type SupplyOptions = {
  runtime: CellRuntime;
  createLiveCell(cell: Cell): Promise<LiveCell>;
  /** Done to a new cell that nobody waits for; a cell that fails it is not kept. */
  rehearse?(live: LiveCell): Promise<void>;
  /** Cells kept ready; fewer when the host is nearly full. */
  warmCells: number;
  /** Warm and taken cells together. */
  maxCells: number;
  maxLaunches: number;
  launchDeadlineMs: number;
  /** Before a taken cell is replaced: a launch keeps two processors busy for a second, in which its taker applies and sends first requests. */
  refillPauseMs: number;
  /** Goes into the cell's label, for people and tools that look at the engine. */
  labelLifetimeMs: number;
  metrics: ServiceMetrics;
  log: Logger;
};

type Waiter = { failures: number; resolve(cell: SuppliedCell): void; reject(error: LaunchError): void };
type WarmCell = SuppliedCell & { unwatch(): void };

const firstBackoffMs = 1000;
const longestBackoffMs = 60_000;
/** These will not go away within a second, so the waiter is told at once. */
const lasting: readonly LaunchError['code'][] = ['no-engine', 'no-image', 'host-full'];

/** Makes cells: a few ahead of time, the others when asked. A cell is used once; what is discarded is removed. */
export class CellSupply {
  private readonly warm: WarmCell[] = [];
  private readonly waiters: Waiter[] = [];
  private readonly owned = new Set<string>();
  private readonly closing = new AbortController();
  private readonly launches = new Set<Promise<void>>();
  private readonly removals = new Set<Promise<void>>();
  private readonly removal: CellRemoval;
  private taken = 0;
  private refillFailures = 0;
  private refillTimer: NodeJS.Timeout | undefined;
  private restTimer: NodeJS.Timeout | undefined;

  constructor(private readonly options: SupplyOptions) {
    this.removal = new CellRemoval(options.runtime, options.log);
  }

  /** Fills the pool. Also to be called when the engine is back. */
  start(): void {
    this.refillFailures = 0;
    this.pump();
  }

  get hasWarm(): boolean {
    return this.warm.length > 0;
  }

  /** Whether this process still answers for the cell. The reaper leaves those alone. */
  isOwned(cellId: string): boolean {
    return this.owned.has(cellId);
  }

  /** A cell for the caller alone. Rejects with `LaunchError`, or with the signal's reason. */
  async take(signal: AbortSignal): Promise<SuppliedCell> {
    signal.throwIfAborted();
    const startedAt = performance.now();
    const ready = this.warm.shift();
    const source = ready ? 'warm' : 'launch';
    ready?.unwatch();
    const cell = ready ? { id: ready.id, live: ready.live } : await this.waitForLaunch(signal);
    this.taken += 1;
    this.options.metrics.liveCells.set(this.taken);
    this.options.metrics.poolWait.observe({ source }, (performance.now() - startedAt) / 1000);
    this.rest();
    this.pump();
    return cell;
  }

  /** Ends a taken cell. Never rejects: what cannot be removed now is left to the reaper. */
  async discard(cell: SuppliedCell): Promise<void> {
    cell.live.dispose();
    await this.forget(cell.id);
    this.taken -= 1;
    this.options.metrics.liveCells.set(this.taken);
    this.pump();
  }

  /** Removes the warm cells and ends all launches. Taken cells are their takers' to discard first. */
  async close(): Promise<void> {
    this.closing.abort(new LaunchError('engine-error', 'the lab service is shutting down'));
    clearTimeout(this.refillTimer);
    clearTimeout(this.restTimer);
    await Promise.all(this.launches);
    for (const cell of this.warm.splice(0)) {
      cell.unwatch();
      cell.live.dispose();
      void this.forget(cell.id);
    }
    await Promise.all(this.removals);
  }

  private waitForLaunch(signal: AbortSignal): Promise<SuppliedCell> {
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.waiters.splice(this.waiters.indexOf(waiter), 1);
        reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
      };
      const settle =
        <T>(done: (value: T) => void) =>
        (value: T) => {
          signal.removeEventListener('abort', onAbort);
          done(value);
        };
      const waiter: Waiter = { failures: 0, resolve: settle(resolve), reject: settle(reject) };
      signal.addEventListener('abort', onAbort, { once: true });
      this.waiters.push(waiter);
      this.pump();
    });
  }

  /** How many warm cells there may be, given what is in use. */
  private warmTarget(): number {
    const free = this.options.maxCells - this.taken - this.waiters.length;
    return Math.max(0, Math.min(this.options.warmCells, free));
  }

  /** Leaves the processors to who just took a cell; learners who wait are served all the same. */
  private rest(): void {
    this.restTimer ??= setTimeout(() => {
      this.restTimer = undefined;
      this.pump();
    }, this.options.refillPauseMs).unref();
  }

  private pump(): void {
    if (this.closing.signal.aborted) return;
    const isPaused = this.refillTimer !== undefined || this.restTimer !== undefined;
    const wanted = this.waiters.length + (isPaused ? 0 : this.warmTarget());
    while (this.launches.size < this.options.maxLaunches && this.warm.length + this.launches.size < wanted) {
      const launch = this.launch();
      this.launches.add(launch);
      void launch.finally(() => {
        this.launches.delete(launch);
        this.pump();
      });
    }
  }

  private async launch(): Promise<void> {
    const id = randomUUID().replaceAll('-', '').slice(0, 16);
    this.owned.add(id);
    try {
      const live = await this.launchLive(id);
      this.refillFailures = 0;
      await this.deliver({ id, live });
    } catch (error) {
      this.owned.delete(id);
      this.onLaunchFailed(
        error instanceof LaunchError
          ? error
          : new LaunchError('engine-error', 'a cell could not be made', { cause: error }),
      );
    }
  }

  private async launchLive(id: string): Promise<LiveCell> {
    const { runtime, launchDeadlineMs, labelLifetimeMs } = this.options;
    const signal = AbortSignal.any([this.closing.signal, AbortSignal.timeout(launchDeadlineMs)]);
    const cell = await runtime.launch({ cellId: id, expiresAt: Date.now() + labelLifetimeMs }, signal);
    try {
      signal.throwIfAborted();
      const live = await this.options.createLiveCell(cell);
      if (this.waiters.length === 0) await this.rehearse(live);
      return live;
    } catch (error) {
      await this.removal.remove(id);
      throw error;
    }
  }

  private async rehearse(live: LiveCell): Promise<void> {
    try {
      await this.options.rehearse?.(live);
    } catch (error) {
      live.dispose();
      throw error;
    }
  }

  private async deliver(cell: SuppliedCell): Promise<void> {
    const waiter = this.waiters.shift();
    if (waiter) return waiter.resolve(cell);
    if (this.closing.signal.aborted || this.warm.length >= this.warmTarget()) {
      cell.live.dispose();
      return this.forget(cell.id);
    }
    const unwatch = cell.live.on((event) => {
      if (event.type === 'lost') void this.evict(cell);
    });
    this.warm.push({ ...cell, unwatch });
    this.options.metrics.poolCells.set(this.warm.length);
  }

  private async evict(cell: SuppliedCell): Promise<void> {
    const index = this.warm.findIndex((warm) => warm.id === cell.id);
    const [evicted] = index < 0 ? [] : this.warm.splice(index, 1);
    if (!evicted) return;
    evicted.unwatch();
    evicted.live.dispose();
    this.options.log.warn({ cell: cell.id }, 'a warm cell was lost');
    await this.forget(cell.id);
    this.pump();
  }

  private forget(cellId: string): Promise<void> {
    this.options.metrics.poolCells.set(this.warm.length);
    const removal = this.removal.remove(cellId).then(() => {
      this.owned.delete(cellId);
      this.removals.delete(removal);
    });
    this.removals.add(removal);
    return removal;
  }

  private onLaunchFailed(error: LaunchError): void {
    if (this.closing.signal.aborted) {
      for (const waiter of this.waiters.splice(0)) waiter.reject(error);
      return;
    }
    this.options.log.error({ err: error, code: error.code }, 'a cell could not be launched');
    const waiter = this.waiters[0];
    if (waiter) {
      waiter.failures += 1;
      if (waiter.failures < 2 && !lasting.includes(error.code)) return;
      this.waiters.shift();
      waiter.reject(error);
      return;
    }
    clearTimeout(this.refillTimer);
    const backoffMs = Math.min(longestBackoffMs, firstBackoffMs * 2 ** this.refillFailures);
    this.refillFailures += 1;
    this.refillTimer = setTimeout(() => {
      this.refillTimer = undefined;
      this.pump();
    }, backoffMs);
  }
}
