import { AgentCommand, agentLimits } from '@/labs/protocol/agent-frames';
import type { NodeName } from '@/labs/protocol/names';
import type { CellNode } from '../cell-runtime';
import { NodeEvents } from '../node-events';
import type { Emit, SimulatedAgent } from './simulated-agent';
import type { Reachability } from './simulated-network';

const restingBytes = 15 * 1024 * 1024;

function parse(line: string): AgentCommand | null {
  try {
    return AgentCommand.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/** A container that is only imagined: it starts, pauses, exits and restarts as a real one does. */
export class MemoryNode implements CellNode {
  readonly #events = new NodeEvents();
  #agent: SimulatedAgent | null = null;
  /** Counts starts: what an earlier run of the container still says is not heard. */
  #run = 0;
  #isPaused = false;
  #isUnplugged = false;
  #isReleased = false;
  /** What waits on stdin and stdout while the container is paused. */
  #waiting: (() => void)[] = [];

  constructor(
    readonly name: NodeName,
    private readonly createAgent: (emit: Emit) => SimulatedAgent,
  ) {}

  get reachability(): Reachability {
    if (this.#agent === null) return 'stopped';
    if (this.#isUnplugged) return 'unplugged';
    return this.#isPaused ? 'paused' : 'up';
  }

  start(): void {
    const run = ++this.#run;
    this.#events.started();
    this.#agent = this.createAgent((event) => {
      const line = JSON.stringify(event);
      queueMicrotask(() => this.#whenRunning(run, () => this.#hear(line)));
    });
  }

  readonly send = (line: string): void => {
    const run = this.#run;
    if (this.#agent === null || this.#isReleased) return;
    queueMicrotask(() =>
      this.#whenRunning(run, () => {
        const command = parse(line);
        if (command) this.#agent?.handle(command);
      }),
    );
  };
  readonly onLine = (listener: (line: string) => void) => this.#events.onLine(listener);
  readonly onFlood = (listener: () => void) => this.#events.onFlood(listener);
  readonly onExit = (listener: (exit: { code: number | null }) => void) => this.#events.onExit(listener);

  async pause(signal?: AbortSignal): Promise<void> {
    this.#check(signal);
    this.#isPaused = true;
  }

  async resume(signal?: AbortSignal): Promise<void> {
    this.#check(signal);
    this.#isPaused = false;
    for (const task of this.#waiting.splice(0)) task();
  }

  async unplug(signal?: AbortSignal): Promise<void> {
    this.#check(signal);
    this.#isUnplugged = true;
  }

  async plug(signal?: AbortSignal): Promise<void> {
    this.#check(signal);
    this.#isUnplugged = false;
  }

  async restart(signal?: AbortSignal): Promise<void> {
    this.#checkExists(signal);
    this.#stop();
    this.#isUnplugged = false;
    this.start();
  }

  async memoryBytes(signal?: AbortSignal): Promise<number> {
    this.#checkExists(signal);
    return this.#agent === null ? 0 : restingBytes;
  }

  /** Lets the container end as if its process had. */
  exit(code: number | null): void {
    if (this.#agent === null) return;
    this.#stop();
    this.#events.exit({ code });
  }

  /** Lets the container write a line of its own, past its agent. */
  write(line: string): void {
    const run = this.#run;
    queueMicrotask(() => this.#whenRunning(run, () => this.#hear(line)));
  }

  /** Lets go of the container: it ends, and no event comes after this. */
  release(): void {
    this.#isReleased = true;
    this.#stop();
  }

  #stop(): void {
    this.#agent?.stop();
    this.#agent = null;
    this.#isPaused = false;
    this.#waiting = [];
  }

  #hear(line: string): void {
    if (this.#isReleased) return;
    if (Buffer.byteLength(line) > agentLimits.maxLineBytes) this.#events.flood();
    else this.#events.line(line);
  }

  #whenRunning(run: number, task: () => void): void {
    if (this.#agent === null || run !== this.#run) return;
    if (this.#isPaused) this.#waiting.push(() => this.#whenRunning(run, task));
    else task();
  }

  #checkExists(signal?: AbortSignal): void {
    signal?.throwIfAborted();
    if (this.#isReleased) throw new Error(`There is no container ${this.name} any more.`);
  }

  #check(signal?: AbortSignal): void {
    this.#checkExists(signal);
    if (this.#agent === null) throw new Error(`The container ${this.name} does not run.`);
  }
}
