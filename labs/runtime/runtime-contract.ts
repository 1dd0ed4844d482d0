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
  /**
   * Whether the engine itself cannot give up what is left of a cell, an empty network, and says so (docs/decisions/0077). False
   * where an engine has no such fault.
   */
  isStuck(instance: string, cellId: string): Promise<boolean>;
  /** After so many ms of a launch the tests call it off. */
  abortAfterMs: readonly number[];
};
