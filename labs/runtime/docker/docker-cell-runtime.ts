import type Docker from 'dockerode';
import {
  type Cell,
  type CellRecord,
  type CellRuntime,
  LaunchError,
  type RuntimeHealth,
} from '../cell-runtime';
import { cellName, labelKeys } from './cell-labels';
import { checkHealth } from './check-health';
import { connectDocker } from './connect';
import { type EngineSettings, EngineVersion } from './engine';
import { type DockerCell, launchCell } from './launch-cell';
import { toLaunchError } from './launch-failure';
import { listCells } from './list-cells';
import { removeLabelled } from './remove-labelled';
import { Semaphore } from '../semaphore';
import { SubnetPool } from './subnets';

export type DockerRuntimeSettings = {
  /** Value of the label that marks everything as ours. Two services on one engine need two. */
  instance: string;
  /** Tag of the lab image, as `ensureLabImage` says it. */
  image: string;
  docker?: Docker;
  /** Pool of the cells' /28 networks. The default is the benchmarking range, which no LAN uses (RFC 2544). */
  subnetPool?: string;
  /** Launches at once; more wait. */
  maxLaunches?: number;
  /** Another OCI runtime of the engine, for example `runsc`. */
  runtime?: string | null;
};

const defaultSubnetPool = '198.18.0.0/15';
const defaultMaxLaunches = 4;
const maxRemovals = 4;

/** Cells as containers of a Docker Engine. */
export class DockerCellRuntime implements CellRuntime {
  readonly instance: string;
  readonly #engine: EngineSettings;
  readonly #version: EngineVersion;
  readonly #pool: SubnetPool;
  readonly #launches: Semaphore;
  readonly #removals = new Semaphore(maxRemovals);
  readonly #launching = new Map<string, AbortController>();
  readonly #cells = new Map<string, DockerCell>();
  #isClosed = false;

  constructor(settings: DockerRuntimeSettings) {
    if (settings.instance === '') throw new TypeError('An instance needs a name.');
    const docker = settings.docker ?? connectDocker();
    this.instance = settings.instance;
    this.#engine = { docker, image: settings.image, runtime: settings.runtime ?? null };
    this.#version = new EngineVersion(docker);
    this.#pool = new SubnetPool(settings.subnetPool ?? defaultSubnetPool);
    this.#launches = new Semaphore(settings.maxLaunches ?? defaultMaxLaunches);
  }

  health(signal?: AbortSignal): Promise<RuntimeHealth> {
    return checkHealth(this.#engine, signal);
  }

  async launch(request: { cellId: string; expiresAt: number }, signal?: AbortSignal): Promise<Cell> {
    const { cellId } = request;
    cellName({ instance: this.instance, cellId });
    if (this.#launching.has(cellId) || this.#cells.has(cellId))
      throw new LaunchError('engine-error', `There is a cell ${cellId} already.`);
    const removed = new AbortController();
    const stop = signal ? AbortSignal.any([signal, removed.signal]) : removed.signal;
    this.#launching.set(cellId, removed);
    try {
      const cell = await this.#launches.run(async () => {
        const engine = { ...this.#engine, pool: this.#pool, engineMajor: await this.#version.major() };
        return launchCell(engine, { ...request, instance: this.instance }, stop);
      }, stop);
      this.#cells.set(cellId, cell);
      if (this.#isClosed) this.#release(cell);
      return cell;
    } catch (error) {
      throw toLaunchError(error, stop);
    } finally {
      this.#launching.delete(cellId);
    }
  }

  list(signal?: AbortSignal): Promise<readonly CellRecord[]> {
    return listCells(this.#engine.docker, this.instance, signal);
  }

  async remove(cellId: string, signal?: AbortSignal): Promise<void> {
    this.#launching.get(cellId)?.abort(new Error('The cell was removed.'));
    const cell = this.#cells.get(cellId);
    if (cell) this.#release(cell);
    const labels = { [labelKeys.instance]: this.instance, [labelKeys.cell]: cellId };
    await this.#removals.run(() => removeLabelled(this.#engine.docker, labels, signal), signal);
    if (!cell) return;
    this.#cells.delete(cellId);
    this.#pool.release(cell.subnet);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const cell of this.#cells.values()) this.#release(cell);
  }

  #release(cell: DockerCell): void {
    for (const node of Object.values(cell.nodes)) node.release();
  }
}
