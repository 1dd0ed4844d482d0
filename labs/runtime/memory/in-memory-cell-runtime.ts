import { setTimeout as delay } from 'node:timers/promises';
import type { NodeName, ServerName } from '@/labs/protocol/names';
import {
  type Cell,
  type CellRecord,
  type CellRuntime,
  LaunchError,
  type RuntimeHealth,
} from '../cell-runtime';
import { Semaphore } from '../semaphore';
import { MemoryNode } from './memory-node';
import { createSimulatedApp } from './simulated-app';
import { createSimulatedBalancer } from './simulated-balancer';
import { SimulatedNetwork } from './simulated-network';
import { createSimulatedTraffic } from './simulated-traffic';

export type MemoryCell = Cell & { readonly nodes: Readonly<Record<NodeName, MemoryNode>> };
type Kept = { cell: MemoryCell; expiresAt: number };

/** What exists, whoever made it: instance → cell id → cell. Runtimes that share one see each other's leftovers. */
export type MemoryEngine = Map<string, Map<string, Kept>>;

export type InMemoryRuntimeSettings = {
  instance?: string;
  engine?: MemoryEngine;
  maxLaunches?: number;
  /** How long a launch takes. */
  launchMs?: number;
};

function createCell(id: string): MemoryCell {
  const network = new SimulatedNetwork((name) => nodes[name].reachability);
  const app = (name: ServerName) => new MemoryNode(name, (emit) => createSimulatedApp(name, network, emit));
  const nodes: MemoryCell['nodes'] = {
    balancer: new MemoryNode('balancer', (emit) => createSimulatedBalancer(network, emit)),
    app1: app('app1'),
    app2: app('app2'),
    app3: app('app3'),
    traffic: new MemoryNode('traffic', (emit) => createSimulatedTraffic(network, emit)),
  };
  for (const node of Object.values(nodes)) node.start();
  return { id, nodes };
}

/**
 * Cells that are simulated in this process, for tests of what stands on the port: agents answer, requests go round the servers
 * that are up, faults show. Passes the same contract tests as the Docker adapter.
 */
export class InMemoryCellRuntime implements CellRuntime {
  readonly instance: string;
  /** How long the next launches take, in ms. */
  launchMs: number;
  /** What `health` answers. */
  healthAnswer: RuntimeHealth = { ok: true, engine: 'memory', version: '1' };
  /** Launches that are under way, and the most there have been at once. */
  launching = 0;
  mostLaunching = 0;
  readonly #engine: MemoryEngine;
  readonly #launches: Semaphore;
  readonly #pending = new Map<string, AbortController>();
  readonly #failures: LaunchError[] = [];

  constructor({
    instance = 'test',
    engine = new Map(),
    maxLaunches = 4,
    launchMs = 0,
  }: InMemoryRuntimeSettings = {}) {
    this.instance = instance;
    this.launchMs = launchMs;
    this.#engine = engine;
    this.#launches = new Semaphore(maxLaunches);
  }

  /** The next launch fails with this. Called again: the one after it fails, too. */
  failNextLaunch(code: LaunchError['code'], message = 'A test wanted it so.'): void {
    this.#failures.push(new LaunchError(code, message));
  }

  /** A cell of this runtime. Throws when there is none. */
  getCell(cellId: string): MemoryCell {
    const kept = this.#cells().get(cellId);
    if (!kept) throw new Error(`There is no cell ${cellId}.`);
    return kept.cell;
  }

  /** Everything of the cell ends at once, as when its host dies. */
  loseCell(cellId: string): void {
    const { nodes } = this.getCell(cellId);
    this.#cells().delete(cellId);
    for (const node of Object.values(nodes)) node.exit(null);
  }

  async health(signal?: AbortSignal): Promise<RuntimeHealth> {
    signal?.throwIfAborted();
    return this.healthAnswer;
  }

  async launch(
    { cellId, expiresAt }: { cellId: string; expiresAt: number },
    signal?: AbortSignal,
  ): Promise<Cell> {
    if (this.#pending.has(cellId) || this.#cells().has(cellId))
      throw new LaunchError('engine-error', `There is a cell ${cellId} already.`);
    const removed = new AbortController();
    const stop = signal ? AbortSignal.any([signal, removed.signal]) : removed.signal;
    this.#pending.set(cellId, removed);
    try {
      return await this.#launches.run(() => this.#make(cellId, expiresAt, stop), stop);
    } catch (error) {
      if (error instanceof LaunchError) throw error;
      throw new LaunchError('deadline', 'The launch was called off.', { cause: error });
    } finally {
      this.#pending.delete(cellId);
    }
  }

  async list(signal?: AbortSignal): Promise<readonly CellRecord[]> {
    signal?.throwIfAborted();
    return [...this.#cells()].map(([id, { cell, expiresAt }]) => ({
      id,
      expiresAt,
      containers: Object.keys(cell.nodes).length,
      networks: 1,
    }));
  }

  async remove(cellId: string, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.#pending.get(cellId)?.abort(new Error('The cell was removed.'));
    const kept = this.#cells().get(cellId);
    this.#cells().delete(cellId);
    for (const node of Object.values(kept?.cell.nodes ?? {})) node.release();
  }

  async close(): Promise<void> {}

  async #make(cellId: string, expiresAt: number, signal: AbortSignal): Promise<Cell> {
    this.launching++;
    this.mostLaunching = Math.max(this.mostLaunching, this.launching);
    try {
      await delay(this.launchMs, undefined, { signal });
      const failure = this.#failures.shift();
      if (failure) throw failure;
      const cell = createCell(cellId);
      this.#cells().set(cellId, { cell, expiresAt });
      return cell;
    } finally {
      this.launching--;
    }
  }

  #cells(): Map<string, Kept> {
    const cells = this.#engine.get(this.instance) ?? new Map<string, Kept>();
    this.#engine.set(this.instance, cells);
    return cells;
  }
}
