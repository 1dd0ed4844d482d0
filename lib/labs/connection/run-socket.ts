import { labSubprotocol, ticketSubprotocolPrefix } from '@/labs/protocol/ticket';
import type { ClientFrame } from '@/labs/protocol/client-frames';
import { ServerFrame } from '@/labs/protocol/server-frames';

/** A frame without its id: the connection numbers frames. */
export type Ask = ClientFrame extends infer F ? (F extends { id: number } ? Omit<F, 'id'> : never) : never;

export type RunSocketEvents = {
  onOpen(): void;
  onFrame(frame: ServerFrame): void;
  /** Once, however the socket ended. */
  onClose(code: number): void;
};

/** How often the browser asks for a sign of life, and how long it waits for one, in ms. */
export const heartbeatTiming = { everyMs: 10_000, answerMs: 8_000 } as const;

/** Close code for "no sign of life", told to nobody but ourselves. */
const silentCode = 4900;

/** One socket to one run. Frames that are malformed or not newer than the last are dropped. */
export class RunSocket {
  #socket: WebSocket;
  #lastSeq = -1;
  // Two tabs may share a run: ids that start at random keep one tab's answers from looking like the other's.
  #nextId = Math.floor(Math.random() * 2 ** 40);
  #closed = false;
  #beat: ReturnType<typeof setInterval> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(
    labUrl: string,
    ticket: string,
    private readonly events: RunSocketEvents,
  ) {
    this.#socket = new WebSocket(labUrl, [labSubprotocol, ticketSubprotocolPrefix + ticket]);
    this.#socket.onopen = () => {
      this.#beat = setInterval(() => this.beat(), heartbeatTiming.everyMs);
      this.events.onOpen();
    };
    this.#socket.onmessage = (message) => this.#receive(message.data);
    this.#socket.onclose = (event) => this.#finish(event.code);
  }

  /** Sends a frame and returns the id under which it will be answered; null when the socket is not open. */
  send(ask: Ask): number | null {
    if (this.#closed || this.#socket.readyState !== 1) return null;
    const id = this.#nextId++;
    this.#socket.send(JSON.stringify({ ...ask, id }));
    return id;
  }

  /** Asks for a sign of life now, for example when a laptop wakes up. */
  beat(): void {
    if (this.#silence !== undefined) return;
    if (this.send({ type: 'ping' }) === null) return;
    this.#silence = setTimeout(() => this.close(silentCode), heartbeatTiming.answerMs);
  }

  close(code = 1000): void {
    if (this.#closed) return;
    this.#socket.onmessage = null;
    this.#socket.close(code);
    this.#finish(code);
  }

  #receive(data: unknown): void {
    clearTimeout(this.#silence);
    this.#silence = undefined;
    const frame = parseFrame(data);
    if (frame === null || frame.seq <= this.#lastSeq) return;
    this.#lastSeq = frame.seq;
    this.events.onFrame(frame);
  }

  #finish(code: number): void {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#beat);
    clearTimeout(this.#silence);
    this.events.onClose(code);
  }
}

/** null for anything that is not a frame of this protocol. */
export function parseFrame(data: unknown): ServerFrame | null {
  if (typeof data !== 'string') return null;
  try {
    const parsed = ServerFrame.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
