import type { NodeName } from '@/labs/protocol/names';
import type { Cell, CellRuntime } from './cell-runtime';

/** What the contract's tests need of an adapter. */
export type RuntimeContract = {
  /** First part of the instances' names, by which leftovers of an interrupted run are found. */
  instancePrefix: string;
  /** A runtime of the instance. Called again with the same instance, it sees what the first one left. */
  createRuntime(instance: string): CellRuntime;
  /** Ends a container's first process from outside. */
  killContainer(cell: Cell, node: NodeName): Promise<void>;
  /** After so many ms of a launch the tests call it off. */
  abortAfterMs: readonly number[];
};
