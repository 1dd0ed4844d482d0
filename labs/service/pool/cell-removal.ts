import type { CellRuntime } from '@/labs/runtime/cell-runtime';
import type { Logger } from '@/labs/service/observability/log';
import { Gate } from './gate';

const maxRemovals = 4;
const deadlineMs = 30_000;

/** Removes cells, a few at once. A removal that fails is logged and left to the reaper. */
export class CellRemoval {
  private readonly gate = new Gate(maxRemovals);

  constructor(
    private readonly runtime: CellRuntime,
    private readonly log: Logger,
  ) {}

  async remove(cellId: string): Promise<void> {
    await this.gate.run(async () => {
      try {
        await this.runtime.remove(cellId, AbortSignal.timeout(deadlineMs));
      } catch (error) {
        this.log.warn({ err: error, cell: cellId }, 'a cell could not be removed; the reaper will');
      }
    });
  }
}
