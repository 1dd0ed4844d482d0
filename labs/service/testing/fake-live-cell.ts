import { BalancerUnreachableError, type LiveCell, type LiveCellEvent } from '@/labs/cell/live-cell';
import type { ActiveFault } from '@/labs/protocol/faults';
import type { ProbeResponse, TrafficSettings } from '@/labs/protocol/requests';
import type { BalancerState } from '@/labs/protocol/server-frames';

/** A live cell that answers at once and can be told to break. Used where the service is tested, not the cell. */
export class FakeLiveCell implements LiveCell {
  balancer: BalancerState = { kind: 'idle' };
  faults: ActiveFault[] = [];
  traffic: TrafficSettings = { on: false, rate: 20 };
  isDisposed = false;
  appliesRunning = 0;
  mostAppliesAtOnce = 0;
  /** When set, `apply` waits for it. */
  holdApply: Promise<void> = Promise.resolve();
  isBalancerDead = false;
  private version = 0;
  private readonly listeners = new Set<(event: LiveCellEvent) => void>();

  constructor(readonly id: string) {}

  emit(event: LiveCellEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  async apply(...[balancer, files]: Parameters<LiveCell['apply']>): ReturnType<LiveCell['apply']> {
    if (this.isBalancerDead) throw new BalancerUnreachableError('gone');
    this.appliesRunning += 1;
    this.mostAppliesAtOnce = Math.max(this.mostAppliesAtOnce, this.appliesRunning);
    await this.holdApply;
    this.appliesRunning -= 1;
    if (Object.values(files).some((text) => text.includes('broken'))) {
      const message = 'unknown directive "broken"';
      return {
        ok: false,
        ms: 5,
        checkMs: 4,
        diagnostics: [{ file: 'nginx.conf', line: 1, severity: 'error', message }],
      };
    }
    this.version += 1;
    this.balancer = { kind: 'serving', balancer, version: this.version };
    this.emit({ type: 'balancer', balancer: this.balancer });
    return { ok: true, ms: 5, checkMs: 4, diagnostics: [] };
  }

  restartBalancer(): ReturnType<LiveCell['restartBalancer']> {
    this.isBalancerDead = false;
    return Promise.resolve(null);
  }

  inject(...[server, fault, leaseMs = 1000]: Parameters<LiveCell['inject']>): Promise<ActiveFault> {
    const startedAt = Date.now();
    const active = { server, fault, startedAt, expiresAt: startedAt + leaseMs };
    this.faults = [...this.faults.filter((other) => other.server !== server), active];
    this.emit({ type: 'faults', faults: this.faults, ended: null });
    return Promise.resolve(active);
  }

  heal(server: Parameters<LiveCell['heal']>[0]): Promise<void> {
    const healed = this.faults.filter((fault) => server === null || fault.server === server);
    this.faults = this.faults.filter((fault) => !healed.includes(fault));
    for (const fault of healed) {
      this.emit({ type: 'faults', faults: this.faults, ended: { server: fault.server, why: 'healed' } });
    }
    return Promise.resolve();
  }

  setTraffic(settings: TrafficSettings): Promise<void> {
    this.traffic = settings;
    return Promise.resolve();
  }

  send(requests: Parameters<LiveCell['send']>[0]): Promise<ProbeResponse[]> {
    return Promise.resolve(
      requests.map((request, index) => ({
        id: `p${index}`,
        at: Date.now(),
        method: request.method ?? 'GET',
        path: request.path ?? '/',
        status: 200,
        error: null,
        server: 'app1',
        latencyMs: 1,
        bytes: 2,
        origin: 'composer',
        headers: [],
        body: 'ok',
        seenByServer: null,
      })),
    );
  }

  measureLoad(): ReturnType<LiveCell['measureLoad']> {
    return Promise.resolve({
      sent: 0,
      ok: 0,
      failed: 0,
      failures: {},
      servedBy: { app1: 0, app2: 0, app3: 0 },
      p50Ms: null,
      p99Ms: null,
      repeated: 0,
      firstFailure: null,
    });
  }

  memoryBytes(): Promise<number> {
    return Promise.resolve(0);
  }

  on(listener: (event: LiveCellEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  dispose(): void {
    this.isDisposed = true;
    this.listeners.clear();
  }
}
