import type Docker from 'dockerode';
import type { NodeName } from '@/labs/protocol/names';
import type { CellNode } from '../cell-runtime';
import { AttachedStream } from './attached-stream';
import { endpointOf } from './container-options';
import { callEngine, engineStatus } from './engine-call';
import { findExit } from './find-exit';
import { freeze } from './freeze';
import { NodeEvents } from '../node-events';
import { readMemoryBytes } from './read-memory';
import { SerialQueue } from '../serial-queue';
import type { Subnet } from './subnets';

/** Starting takes under a second; on a machine that is busy with other launches, many times that. */
const orderDeadlineMs = 30_000;

/** One container of a cell, attached. */
export class DockerNode implements CellNode {
  readonly #events = new NodeEvents();
  readonly #orders = new SerialQueue();
  #stream: AttachedStream | null = null;
  #isPaused = false;
  #isUnplugged = false;
  /** While true, an end of the stream is our own doing. */
  #isExpectingEnd = false;
  #isReleased = false;

  constructor(
    readonly name: NodeName,
    private readonly container: Docker.Container,
    private readonly network: { handle: Docker.Network; subnet: Subnet },
  ) {}

  readonly send = (line: string): void => {
    this.#stream?.send(line);
  };
  readonly onLine = (listener: (line: string) => void) => this.#events.onLine(listener);
  readonly onFlood = (listener: () => void) => this.#events.onFlood(listener);
  readonly onExit = (listener: (exit: { code: number | null }) => void) => this.#events.onExit(listener);

  /** Starts a container that is attached. */
  async start(signal?: AbortSignal): Promise<void> {
    this.#events.started();
    await this.#order('start a container', signal, (options) => this.container.start(options));
  }

  pause(signal?: AbortSignal): Promise<void> {
    return this.#orders.run(async () => {
      if (this.#isPaused) return;
      await freeze(
        () => this.#order('pause a container', signal, (options) => this.container.pause(options)),
        signal,
      );
      this.#isPaused = true;
    });
  }

  resume(signal?: AbortSignal): Promise<void> {
    return this.#orders.run(() => this.#resume(signal));
  }

  unplug(signal?: AbortSignal): Promise<void> {
    return this.#orders.run(async () => {
      if (this.#isUnplugged) return;
      const options = { Container: this.container.id, Force: true };
      await this.#order('unplug a container', signal, (more) =>
        this.network.handle.disconnect({ ...options, ...more }),
      );
      this.#isUnplugged = true;
    });
  }

  plug(signal?: AbortSignal): Promise<void> {
    return this.#orders.run(() => this.#plug(signal));
  }

  restart(signal?: AbortSignal): Promise<void> {
    return this.#orders.run(async () => {
      this.#isExpectingEnd = true;
      try {
        await this.#resume(signal);
        await this.#kill(signal);
        // A container that is started without its network would get any free address: its own comes first.
        await this.#plug(signal);
        await this.attach(signal);
        await this.start(signal);
      } finally {
        this.#isExpectingEnd = false;
      }
    });
  }

  memoryBytes(signal?: AbortSignal): Promise<number> {
    return callEngine({ name: 'read memory', deadlineMs: orderDeadlineMs, signal }, (abortSignal) =>
      readMemoryBytes(this.container, abortSignal),
    );
  }

  /** Lets go of the container: no event comes after this. */
  release(): void {
    this.#isReleased = true;
    this.#stream?.close();
    this.#stream = null;
  }

  /** Attaches before it is started: nothing that the container says is missed. */
  async attach(signal?: AbortSignal): Promise<void> {
    this.#stream?.close();
    const stream = await AttachedStream.open(
      this.container,
      {
        onLine: (line) => this.#events.line(line),
        onFlood: () => this.#events.flood(),
        onEnd: () => {
          if (this.#stream !== stream || this.#isExpectingEnd) return;
          void this.#explainEnd();
        },
      },
      signal,
    );
    this.#stream = stream;
    if (this.#isReleased) this.release();
  }

  /** The stream broke: either the container ended, or the engine let go of us and the container still runs. */
  #explainEnd(): Promise<void> {
    return this.#orders.run(async () => {
      const broken = this.#stream;
      const exit = await findExit(this.container);
      if (this.#isReleased || this.#stream !== broken) return;
      if (exit === null) {
        try {
          await this.attach();
          return;
        } catch {
          this.#events.exit({ code: null });
          return;
        }
      }
      this.#isPaused = false;
      this.#events.exit(exit);
    });
  }

  async #resume(signal?: AbortSignal): Promise<void> {
    if (!this.#isPaused) return;
    await this.#order('resume a container', signal, (options) => this.container.unpause(options));
    this.#isPaused = false;
  }

  async #plug(signal?: AbortSignal): Promise<void> {
    if (!this.#isUnplugged) return;
    const options = {
      Container: this.container.id,
      EndpointConfig: endpointOf(this.name, this.network.subnet),
    };
    await this.#order('plug a container in', signal, (more) =>
      this.network.handle.connect({ ...options, ...more }),
    );
    this.#isUnplugged = false;
  }

  async #kill(signal?: AbortSignal): Promise<void> {
    try {
      await this.#order('kill a container', signal, (options) => this.container.kill(options));
    } catch (error) {
      // 409: it does not run.
      if (engineStatus(error) !== 409) throw error;
    }
    await this.#order('wait for a container to end', signal, (options) =>
      this.container.wait({ condition: 'not-running', ...options }),
    );
  }

  async #order(
    name: string,
    signal: AbortSignal | undefined,
    run: (options: { abortSignal: AbortSignal }) => Promise<unknown>,
  ): Promise<void> {
    await callEngine({ name, deadlineMs: orderDeadlineMs, signal }, (abortSignal) => run({ abortSignal }));
  }
}
