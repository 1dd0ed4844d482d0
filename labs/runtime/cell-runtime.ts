import type { NodeName } from '@/labs/protocol/names';

/** What a runtime says about itself. `message` tells a person what to do. */
export type RuntimeHealth =
  | { ok: true; engine: string; version: string }
  | { ok: false; code: 'no-engine' | 'no-image' | 'no-permission'; message: string };

/** One container of a running cell, spoken to over its stdin and stdout. */
export interface CellNode {
  readonly name: NodeName;
  /** Sends one line (no newline inside). Lines sent while the container is not running are dropped. */
  send(line: string): void;
  /** Complete lines of the container's stdout; what came before the first listener is kept for it. A line longer than `agentLimits.maxLineBytes` is dropped and reported by `onFlood`. */
  onLine(listener: (line: string) => void): () => void;
  /** Something was dropped, or is read at a slower pace than it is written. */
  onFlood(listener: () => void): () => void;
  /**
   * The container stopped though nobody called `restart` or `remove`, or the engine that held it stayed away (`code: null`).
   * A listener that comes after the exit is told, too.
   */
  onExit(listener: (exit: { code: number | null }) => void): () => void;
  pause(signal?: AbortSignal): Promise<void>;
  resume(signal?: AbortSignal): Promise<void>;
  /** Takes the container off the cell's network, and back to the same address. */
  unplug(signal?: AbortSignal): Promise<void>;
  plug(signal?: AbortSignal): Promise<void>;
  /** Starts the container again (killing it first when it runs) and attaches anew. It is resumed and plugged in by this. */
  restart(signal?: AbortSignal): Promise<void>;
  memoryBytes(signal?: AbortSignal): Promise<number>;
}

/** A learner's private network with its containers, all of them started and attached. */
export interface Cell {
  readonly id: string;
  readonly nodes: Readonly<Record<NodeName, CellNode>>;
}

/** Anything of a cell that exists in the engine, half-made cells included. */
export interface CellRecord {
  readonly id: string;
  readonly expiresAt: number;
  readonly containers: number;
  readonly networks: number;
}

/**
 * Containers and networks. Implementations label all they make with their `instance` and touch nothing that they did not label.
 * Every call has a deadline of its own besides the caller's signal.
 */
export interface CellRuntime {
  readonly instance: string;
  health(signal?: AbortSignal): Promise<RuntimeHealth>;
  /** Makes a cell. On failure or abort everything that was made is removed before the promise rejects with `LaunchError` (on abort: code `deadline`). An id that exists is refused. */
  launch(request: { cellId: string; expiresAt: number }, signal?: AbortSignal): Promise<Cell>;
  /** What exists under this instance's label, whoever made it. */
  list(signal?: AbortSignal): Promise<readonly CellRecord[]>;
  /** Removes all of a cell; no error when nothing is left. */
  remove(cellId: string, signal?: AbortSignal): Promise<void>;
  /** Drops connections; makes no change in the engine. */
  close(): Promise<void>;
}

/** A cell could not be made. `code` decides what the learner is told, `message` is for the log. */
export class LaunchError extends Error {
  constructor(
    readonly code: 'no-engine' | 'no-image' | 'host-full' | 'deadline' | 'engine-error',
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'LaunchError';
  }
}
