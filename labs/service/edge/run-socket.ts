import type { RawData, WebSocket } from 'ws';
import { ClientFrame } from '@/labs/protocol/client-frames';
import type { ServerPayload } from '@/labs/protocol/server-frames';
import type { Subscriber } from '@/labs/service/sessions/fan-out';
import { RateLimit } from './rate-limit';

/** Above this much unsent data a socket gets no stats, requests and logs; above the second it is closed. */
const softBufferBytes = 256 * 1024;
const hardBufferBytes = 4 * 1024 * 1024;
const heartbeatMs = 15_000;
/** Bad frames (malformed or too fast) that a socket may send before it is closed. */
const maxBadFrames = 100;
/** RFC 6455 close codes. */
const policyViolation = 1008;
const tryAgainLater = 1013;

/** What is used of a WebSocket. */
export type BrowserSocket = Pick<
  WebSocket,
  'OPEN' | 'bufferedAmount' | 'send' | 'close' | 'ping' | 'terminate'
> & {
  readonly readyState: number;
  on(event: 'message', listener: (data: RawData, isBinary: boolean) => void): unknown;
  on(event: 'pong' | 'close', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
};

type Refusal = Extract<ServerPayload, { type: 'refused' }>;
export type RunSocketEvents = {
  frame(frame: ClientFrame): void;
  refused(refusal: Refusal): void;
  dropped(): void;
  closed(): void;
};

const tooFast = {
  type: 'refused',
  code: 'too-fast',
  message: 'Too many messages at once. Wait a second, then go on.',
} as const;

/** A browser's socket: parses what comes in, bounds what waits to go out, and notices when the browser is gone. */
export class RunSocket implements Subscriber {
  private readonly rate: RateLimit;
  private readonly refusals = new RateLimit(2, 5);
  private badFrames = 0;
  private isAlive = true;
  private readonly heartbeat: NodeJS.Timeout;

  constructor(
    private readonly socket: BrowserSocket,
    framesPerSecond: number,
    private readonly events: RunSocketEvents,
  ) {
    this.rate = new RateLimit(framesPerSecond, framesPerSecond * 2);
    this.heartbeat = setInterval(() => this.beat(), heartbeatMs);
    socket.on('pong', () => {
      this.isAlive = true;
    });
    socket.on('message', (data, isBinary) => this.receive(data, isBinary));
    socket.on('close', () => {
      clearInterval(this.heartbeat);
      events.closed();
    });
    // ws closes the socket by itself after an error such as an oversize frame (1009).
    socket.on('error', () => undefined);
  }

  send(text: string, isDroppable: boolean): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (isDroppable && this.socket.bufferedAmount > softBufferBytes) return this.events.dropped();
    if (this.socket.bufferedAmount > hardBufferBytes) {
      this.socket.close(tryAgainLater, 'too slow');
      this.socket.terminate();
      return;
    }
    this.socket.send(text);
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }

  private receive(data: RawData, isBinary: boolean): void {
    this.isAlive = true;
    if (!this.rate.take()) return this.refuse(() => ({ ...tooFast, replyTo: idOf(data) }));
    const frame = isBinary ? null : parse(data);
    if (frame?.success) return this.events.frame(frame.data);
    const detail = frame?.error.issues[0]?.message ?? 'A frame is one JSON object.';
    this.refuse(() => ({
      type: 'refused',
      replyTo: isBinary ? null : idOf(data),
      code: 'malformed',
      message: `That message could not be read: ${detail}`.slice(0, 500),
    }));
  }

  /** `refusal` is made only when it is sent: a flood costs no parsing. */
  private refuse(refusal: () => Refusal): void {
    this.badFrames += 1;
    if (this.badFrames > maxBadFrames) return this.socket.close(policyViolation, 'too many bad frames');
    if (this.refusals.take()) this.events.refused(refusal());
  }

  private beat(): void {
    if (!this.isAlive) return this.socket.terminate();
    this.isAlive = false;
    this.socket.ping();
  }
}

function readJson(data: RawData): unknown {
  try {
    return JSON.parse(data.toString());
  } catch {
    return null;
  }
}

const parse = (data: RawData) => ClientFrame.safeParse(readJson(data));

/** A frame that fails to parse is still answered by its id, so that the browser can end its spinner. */
function idOf(data: RawData): number | null {
  const frame = readJson(data);
  const id = typeof frame === 'object' && frame !== null && 'id' in frame ? frame.id : null;
  return typeof id === 'number' && Number.isSafeInteger(id) && id >= 0 ? id : null;
}
