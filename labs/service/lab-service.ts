import type { CryptoKey } from 'jose';
import type { LiveCell } from '@/labs/cell/live-cell';
import type { Cell, CellRuntime } from '@/labs/runtime/cell-runtime';
import type { Scenario } from '@/labs/scenarios/scenario';
import { Admission } from './admission/admission';
import { HttpEdge } from './edge/http-edge';
import { SocketGate } from './edge/socket-gate';
import { TicketVerifier } from './edge/verify-ticket';
import type { LabEnv } from './env';
import { DeepHealth } from './observability/deep-health';
import { EngineWatch } from './observability/engine-watch';
import type { Logger } from './observability/log';
import { ServiceMetrics } from './observability/metrics';
import { Outbox } from './outbox/outbox';
import { CellSupply } from './pool/cell-supply';
import { rehearse } from './pool/rehearse';
import { Reaper } from './reaper/reaper';
import { RunRegistry } from './sessions/run-registry';
import type { RunCheck } from './sessions/session-services';

export type LabServiceParts = {
  env: Omit<LabEnv, 'ticketPublicKeyFile' | 'receiptPrivateKeyFile' | 'image' | 'instance' | 'logLevel'>;
  runtime: CellRuntime;
  createLiveCell(cell: Cell): Promise<LiveCell>;
  findScenario(slug: string): Scenario | undefined;
  runCheck: RunCheck;
  ticketKey: CryptoKey;
  receiptKey: CryptoKey;
  log: Logger;
};

export interface LabService {
  readonly port: number;
  readonly metrics: ServiceMetrics;
  /** Suspends all runs, removes all cells, and gives receipts a moment to go out. */
  stop(): Promise<void>;
}

const maxLaunches = 4;
/** A learner's first seconds: apply, first requests, traffic on. */
const refillPauseMs = 2000;
const launchDeadlineMs = 30_000;
const labelSlackMs = 24 * 60 * 60_000;
const receiptGraceMs = 1000;

/** Puts the parts of the service together and starts them. Rejects when the port is in use. */
export async function startLabService(parts: LabServiceParts): Promise<LabService> {
  const { env, runtime, log } = parts;
  const bootedAt = Date.now();
  const metrics = new ServiceMetrics();
  const engine = new EngineWatch(runtime, log, env.engineError);
  const supply = new CellSupply({
    runtime,
    createLiveCell: parts.createLiveCell,
    rehearse,
    warmCells: env.warmCells,
    refillPauseMs,
    maxCells: env.maxCells,
    maxLaunches,
    launchDeadlineMs,
    labelLifetimeMs: env.maxAgeMs + labelSlackMs,
    metrics,
    log,
  });
  const admission = new Admission({ places: env.maxCells, maxQueue: env.maxQueue }, (queued) =>
    metrics.queueLength.set(queued),
  );
  const outbox = await Outbox.open({
    dataDir: env.dataDir,
    siteUrl: env.siteUrl,
    key: parts.receiptKey,
    metrics,
    log,
  });
  const registry = new RunRegistry({
    settings: env,
    admission,
    supply,
    report: (event) => outbox.report(event),
    engineProblem: async () => {
      const health = await engine.probe();
      return health.ok ? null : health.message;
    },
    runCheck: parts.runCheck,
    findScenario: (slug) => parts.findScenario(slug),
    metrics,
    log,
  });
  const gate = new SocketGate({
    verifier: new TicketVerifier(parts.ticketKey),
    registry,
    connectionsPerAddress: env.connectionsPerAddress,
    framesPerSecond: env.framesPerSecond,
    metrics,
    log,
  });
  const edge = new HttpEdge({ gate, engine, deepHealth: new DeepHealth(supply, log), metrics, log });
  const reaper = new Reaper({ runtime, isOwned: (cellId) => supply.isOwned(cellId), metrics, log });

  // The port first: a second service of this instance must not reap the cells of the one that runs.
  const port = await edge.listen(env.port, env.bind);
  void outbox.report({ kind: 'host-booted', host: env.hostName, bootedAt });
  engine.onHealthy((wasAway) => {
    registry.retryFailedStarts();
    if (!wasAway) return;
    void reaper.reap();
    supply.start();
  });
  void engine.probe().then(() => reaper.start());
  supply.start();
  log.info({ port, maxCells: env.maxCells, warmCells: env.warmCells }, 'the lab service listens');

  return {
    port,
    metrics,
    async stop() {
      engine.stop();
      reaper.stop();
      await registry.shutDown();
      gate.close();
      await supply.close();
      await outbox.close(receiptGraceMs);
      gate.terminate();
      await edge.close();
      await runtime.close();
    },
  };
}
