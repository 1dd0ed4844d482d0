import type { NodeName } from '@/labs/protocol/names';
import type { Cell, CellNode, CellRuntime, LaunchError, RuntimeHealth } from '@/labs/runtime/cell-runtime';

const nothing = () => () => undefined;

const node = (name: NodeName): CellNode => ({
  name,
  send: () => undefined,
  onLine: nothing,
  onFlood: nothing,
  onExit: nothing,
  pause: () => Promise.resolve(),
  resume: () => Promise.resolve(),
  unplug: () => Promise.resolve(),
  plug: () => Promise.resolve(),
  restart: () => Promise.resolve(),
  memoryBytes: () => Promise.resolve(0),
});

/** Cells that are names in a set, launched when the test says so. */
export class FakeRuntime implements CellRuntime {
  readonly instance = 'test';
  readonly cells = new Set<string>();
  launchesRunning = 0;
  mostLaunchesAtOnce = 0;
  launches = 0;
  /** When set, `launch` waits for it. */
  holdLaunch: Promise<void> = Promise.resolve();
  failure: LaunchError | null = null;
  state: RuntimeHealth = { ok: true, engine: 'fake', version: '1' };

  health(): Promise<RuntimeHealth> {
    return Promise.resolve(this.state);
  }

  async launch({ cellId }: { cellId: string }, signal?: AbortSignal): Promise<Cell> {
    this.launches += 1;
    this.launchesRunning += 1;
    this.mostLaunchesAtOnce = Math.max(this.mostLaunchesAtOnce, this.launchesRunning);
    try {
      await this.holdLaunch;
      signal?.throwIfAborted();
      if (this.failure) throw this.failure;
      this.cells.add(cellId);
      return {
        id: cellId,
        nodes: {
          balancer: node('balancer'),
          app1: node('app1'),
          app2: node('app2'),
          app3: node('app3'),
          traffic: node('traffic'),
        },
      };
    } finally {
      this.launchesRunning -= 1;
    }
  }

  list() {
    return Promise.resolve([...this.cells].map((id) => ({ id, expiresAt: 0, containers: 5, networks: 1 })));
  }

  remove(cellId: string): Promise<void> {
    this.cells.delete(cellId);
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
