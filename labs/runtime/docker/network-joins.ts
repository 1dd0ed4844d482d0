import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type Docker from 'dockerode';
import { z } from 'zod';
import { callEngine } from './engine-call';

const deadlineMs = 15_000;

type Filters = NonNullable<Docker.GetEventsOptions['filters']>;

const JoinEvent = z.object({ Actor: z.object({ Attributes: z.object({ container: z.string() }) }) });

const readContainer = (line: string): string | null => {
  try {
    return JoinEvent.parse(JSON.parse(line)).Actor.Attributes.container;
  } catch {
    return null;
  }
};

/**
 * Lets containers join a network one after the other (docs/decisions/0077). Engine 20.10 counts a network's endpoints without a lock: two that
 * join at once can count as three, and the network can then never be removed until the engine is started anew.
 */
export class NetworkJoins {
  readonly #joined = new Set<string>();
  readonly #waiting = new Map<string, () => void>();
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  private constructor(private readonly events: Readable) {
    events.on('error', () => this.close());
    events.on('close', () => this.close());
    createInterface({ input: events }).on('line', (line) => this.#hear(line));
  }

  /**
   * Listens to a network that may be made later. To miss nothing, open it before a container starts. It cannot be called off:
   * whoever opened it closes it, and a connection that nobody closes would keep the process alive.
   */
  static async open(docker: Docker, networkName: string): Promise<NetworkJoins> {
    const events = await callEngine({ name: 'listen to a network', deadlineMs }, (abortSignal) => {
      const filters = { type: ['network'], event: ['connect'], network: [networkName] } satisfies Filters;
      // dockerode takes the signal here as everywhere; its types of this call do not name it.
      return docker.getEvents({ filters, ...{ abortSignal } });
    });
    if (!(events instanceof Readable)) throw new TypeError('Docker gave no events.');
    return new NetworkJoins(events);
  }

  /** Starts a container in its turn. The next one's turn comes when this one has joined, or could not be started. */
  async start(containerId: string, start: () => Promise<void>): Promise<void> {
    const turn = this.#last;
    const starting = turn.then(start);
    const hasJoined = turn.then(() => this.#untilJoined(containerId));
    this.#last = Promise.race([hasJoined, starting.catch(() => undefined)]);
    await starting;
  }

  /** From now on nobody waits for another to join; so too when the engine ends its events. */
  close(): void {
    this.#isClosed = true;
    this.events.destroy();
    for (const resolve of this.#waiting.values()) resolve();
    this.#waiting.clear();
  }

  #untilJoined(containerId: string): Promise<void> {
    if (this.#isClosed || this.#joined.has(containerId)) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.set(containerId, resolve));
  }

  #hear(line: string): void {
    const container = readContainer(line);
    if (container === null) return;
    this.#joined.add(container);
    this.#waiting.get(container)?.();
    this.#waiting.delete(container);
  }
}
