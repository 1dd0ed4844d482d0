import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const startBuckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32];
const applyBuckets = [0.005, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Everything that `GET /metrics` shows. A registry of its own, so that two services fit into one test process. */
export class ServiceMetrics {
  readonly registry = new Registry();
  private readonly registers = [this.registry];

  readonly poolCells = new Gauge({
    name: 'lab_pool_cells',
    help: 'Warm cells that wait for a learner.',
    registers: this.registers,
  });
  readonly poolWait = new Histogram({
    name: 'lab_pool_wait_seconds',
    help: 'Time a run waited for a cell, by whether a warm one was at hand.',
    labelNames: ['source'],
    buckets: startBuckets,
    registers: this.registers,
  });
  readonly start = new Histogram({
    name: 'lab_start_seconds',
    help: 'Time from admission to a final or live state, by outcome.',
    labelNames: ['outcome'],
    buckets: startBuckets,
    registers: this.registers,
  });
  readonly liveCells = new Gauge({
    name: 'lab_live_cells',
    help: 'Cells that runs hold.',
    registers: this.registers,
  });
  readonly queueLength = new Gauge({
    name: 'lab_queue_length',
    help: 'Runs that wait for a free place.',
    registers: this.registers,
  });
  readonly sockets = new Gauge({
    name: 'lab_sockets',
    help: 'Open run sockets.',
    registers: this.registers,
  });
  readonly apply = new Histogram({
    name: 'lab_apply_seconds',
    help: 'Time from the apply frame to its outcome.',
    labelNames: ['outcome'],
    buckets: applyBuckets,
    registers: this.registers,
  });
  readonly reaped = new Counter({
    name: 'lab_cells_reaped_total',
    help: 'Cells removed because nobody owned them.',
    registers: this.registers,
  });
  readonly receiptsPending = new Gauge({
    name: 'lab_receipts_pending',
    help: 'Receipts that the site has not acknowledged.',
    registers: this.registers,
  });
  readonly receiptsDead = new Counter({
    name: 'lab_receipts_dead_total',
    help: 'Receipts that the site refused for good, or that found no room.',
    registers: this.registers,
  });
  readonly framesDropped = new Counter({
    name: 'lab_frames_dropped_total',
    help: 'Stats, request and log frames not sent to sockets that are too slow.',
    registers: this.registers,
  });
  readonly refusedUpgrades = new Counter({
    name: 'lab_upgrades_refused_total',
    help: 'Sockets refused before anything was created, by reason.',
    labelNames: ['reason'],
    registers: this.registers,
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
