import type { ReceiptEvent } from '@/labs/protocol/receipts';
import type { Admission } from '@/labs/service/admission/admission';
import type { Logger } from '@/labs/service/observability/log';
import type { ServiceMetrics } from '@/labs/service/observability/metrics';
import type { CellSupply } from '@/labs/service/pool/cell-supply';
import type { runCheck } from '@/labs/scenarios/run-check';

export type RunIdentity = { readonly run: string; readonly learner: string; readonly scenario: string };

/** Runs a task's check against a cell. */
export type RunCheck = typeof runCheck;

export type SessionSettings = {
  hostName: string;
  idleMs: number;
  maxAgeMs: number;
  warningMs: number;
  queueGraceMs: number;
};

/** What every session needs of the service around it. */
export type SessionServices = {
  settings: SessionSettings;
  admission: Admission;
  supply: Pick<CellSupply, 'take' | 'discard' | 'hasWarm'>;
  /** Resolves when the receipt is safe. */
  report(event: ReceiptEvent): Promise<void>;
  /** The engine's advice when it is unavailable; null when it is well. Asks the engine. */
  engineProblem(): Promise<string | null>;
  runCheck: RunCheck;
  metrics: ServiceMetrics;
  log: Logger;
};
