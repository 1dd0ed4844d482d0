import type { ApplyOutcome } from '@/labs/protocol/diagnostics';
import type { ActiveFault, Fault } from '@/labs/protocol/faults';
import type { LabFiles } from '@/labs/protocol/files';
import type { Balancer, ServerName } from '@/labs/protocol/names';
import type {
  ProbeRequestInput,
  ProbeResponse,
  RequestTrace,
  TrafficSettings,
} from '@/labs/protocol/requests';
import type { BalancerState, StatsWindow } from '@/labs/protocol/server-frames';

export type LogLine = { at: number; source: string; text: string };

export type LiveCellEvent =
  | { type: 'stats'; stats: StatsWindow }
  | { type: 'requests'; requests: RequestTrace[] }
  | { type: 'log'; lines: LogLine[]; dropped: number }
  | { type: 'faults'; faults: ActiveFault[]; ended: { server: ServerName; why: 'healed' | 'lease' } | null }
  | { type: 'balancer'; balancer: BalancerState }
  /** A container that the cell cannot do without is gone; nothing more will work. */
  | { type: 'lost'; reason: string };

/** Totals of a bounded load. `p50Ms` is the median of the windows' medians, `p99Ms` the worst window's. `firstFailure` is the earliest failed request, with the server that took it where known. */
export type LoadReport = {
  sent: number;
  /** Sent a second time because the balancer closed an idle connection in that moment (docs/decisions/0007); not in `sent`. */
  repeated: number;
  ok: number;
  failed: number;
  failures: Record<string, number>;
  servedBy: Record<ServerName, number>;
  p50Ms: number | null;
  p99Ms: number | null;
  firstFailure: RequestTrace | null;
};

/** The balancer's container does not answer (hung, killed, flooding). The learner can restart it. */
export class BalancerUnreachableError extends Error {
  override name = 'BalancerUnreachableError';
}

/**
 * A cell that is up, driven through its agents. The service, the terminal, the health check and the benchmarks all use this one.
 * Verdict data (`ProbeResponse.server`, `LoadReport.servedBy`) comes from the traffic and app containers only.
 */
export interface LiveCell {
  readonly id: string;
  readonly balancer: BalancerState;
  readonly faults: readonly ActiveFault[];
  readonly traffic: TrafficSettings;
  /** Validates and starts or reloads. A rejected configuration is a value; a dead container throws BalancerUnreachableError. */
  apply(balancer: Balancer, files: LabFiles, signal?: AbortSignal): Promise<ApplyOutcome>;
  /** Starts the balancer's container anew and applies the last accepted files, if any. */
  restartBalancer(signal?: AbortSignal): Promise<ApplyOutcome | null>;
  /** Replaces whatever fault the server has. */
  inject(server: ServerName, fault: Fault, leaseMs?: number): Promise<ActiveFault>;
  /** null heals all. Resolves when the servers answer again. */
  heal(server: ServerName | null): Promise<void>;
  setTraffic(settings: TrafficSettings): Promise<void>;
  send(
    requests: readonly ProbeRequestInput[],
    options?: { concurrency?: number; origin?: 'composer' | 'check' },
  ): Promise<ProbeResponse[]>;
  /** Sends a bounded load of its own (the learner's traffic is set aside meanwhile) and runs `during` once it flows. */
  measureLoad(
    load: {
      rate: number;
      durationMs: number;
      paths?: string[];
      /** Clients that share the load (12 unless told): as many requests can wait at once. */
      clients?: number;
      requestsPerConnection?: number;
      timeoutMs?: number;
    },
    during?: () => Promise<void>,
  ): Promise<LoadReport>;
  memoryBytes(): Promise<number>;
  on(listener: (event: LiveCellEvent) => void): () => void;
  /** Stops timers and listeners; the containers are the runtime's to remove. */
  dispose(): void;
}
