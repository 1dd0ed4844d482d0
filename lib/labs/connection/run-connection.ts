import type { ServerFrame } from '@/labs/protocol/server-frames';
import { closeMeaning } from './close-meaning';
import type { ConnectionState, TicketAnswer } from './connection-state';
import { reconnectDelayMs } from './reconnect-policy';
import { RunSocket, type Ask } from './run-socket';

/** The answer to something that was asked; `lost` when the connection went before it came. */
export type Answer =
  | { kind: 'frame'; frame: ServerFrame }
  | { kind: 'refused'; message: string }
  | { kind: 'lost'; message: string };

export type RunConnectionOptions = {
  getTicket(): Promise<TicketAnswer>;
  onState(state: ConnectionState): void;
  /** `isAnswer`: to something that this page asked. */
  onFrame(frame: ServerFrame, isAnswer: boolean): void;
  now?: () => number;
  random?: () => number;
};

const lost = 'The connection was lost before the answer came. Try again when it is back.';
const over = 'The lab ended before this was done.';

/**
 * Keeps one socket to the learner's run: a fresh ticket for each attempt, growing waits between attempts, answers matched to what was asked.
 * Frames and closes of an older socket are ignored.
 */
export class RunConnection {
  #generation = 0;
  #attempt = 0;
  #socket: RunSocket | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pending = new Map<number, (answer: Answer) => void>();
  #state: ConnectionState = { kind: 'off' };

  constructor(private readonly options: RunConnectionOptions) {}

  get state(): ConnectionState {
    return this.#state;
  }

  /** Connects now, giving up a running attempt or wait. `ticket`, if given, serves the first attempt. */
  async open(ticket?: { ticket: string; labUrl: string }): Promise<void> {
    const generation = this.#abandon();
    this.#attempt += 1;
    this.#setState({ kind: 'connecting', attempt: this.#attempt });
    const answer = ticket ? ({ kind: 'ticket', ...ticket } as const) : await this.options.getTicket();
    if (generation !== this.#generation) return;
    if (answer.kind === 'refused') return this.#setState(answer);
    if (answer.kind === 'unreachable') return this.#retry(answer.why);
    this.#socket = new RunSocket(answer.labUrl, answer.ticket, {
      onOpen: () => {
        if (generation !== this.#generation) return;
        this.#setState({ kind: 'open' });
      },
      onFrame: (frame) => {
        if (generation === this.#generation) this.#receive(frame);
      },
      onClose: (code) => {
        if (generation === this.#generation) this.#closed(code);
      },
    });
  }

  /** Asks the run for something. Resolves with the frame that answers it; never rejects. */
  ask(ask: Ask): Promise<Answer> {
    const id = this.#socket?.send(ask) ?? null;
    if (id === null) return Promise.resolve({ kind: 'lost', message: 'The lab is not connected.' });
    return new Promise((resolve) => this.#pending.set(id, resolve));
  }

  /** The page woke up or the network came back: try now, or make sure that the open socket still lives. */
  nudge(): void {
    if (this.#state.kind === 'waiting') void this.open();
    else if (this.#state.kind === 'open') this.#socket?.beat();
  }

  close(): void {
    this.#abandon();
    this.#attempt = 0;
    this.#setState({ kind: 'off' });
  }

  #receive(frame: ServerFrame): void {
    // Only a connection that delivers frames proves itself; one that opens and drops at once keeps backing off.
    this.#attempt = 0;
    let isAnswer = false;
    if ('replyTo' in frame && frame.replyTo !== null) {
      const resolve = this.#pending.get(frame.replyTo);
      isAnswer = this.#pending.delete(frame.replyTo);
      resolve?.(
        frame.type === 'refused' ? { kind: 'refused', message: frame.message } : { kind: 'frame', frame },
      );
    }
    this.options.onFrame(frame, isAnswer);
  }

  #closed(code: number): void {
    const meaning = closeMeaning(code);
    this.#abandon(meaning.kind === 'over' ? over : lost);
    if (meaning.kind === 'reconnect') this.#retry(meaning.why);
    else this.#setState({ kind: meaning.kind });
  }

  #retry(why: string): void {
    const { now = Date.now, random = Math.random } = this.options;
    const waitMs = reconnectDelayMs(Math.max(1, this.#attempt), random());
    this.#setState({ kind: 'waiting', attempt: this.#attempt, retryAt: now() + waitMs, why });
    this.#timer = setTimeout(() => void this.open(), waitMs);
  }

  #abandon(message = lost): number {
    this.#generation += 1;
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
    for (const resolve of this.#pending.values()) resolve({ kind: 'lost', message });
    this.#pending.clear();
    return this.#generation;
  }

  #setState(state: ConnectionState): void {
    this.#state = state;
    this.options.onState(state);
  }
}
