import { z } from 'zod';
import { WebSocket } from 'ws';
import type { ClientFrame } from '@/labs/protocol/client-frames';
import { ServerFrame, type RunState } from '@/labs/protocol/server-frames';
import { labSocketPath, labSubprotocol, ticketSubprotocolPrefix } from '@/labs/protocol/ticket';
import { testOrigin } from './lab-tickets';

type FrameType = ServerFrame['type'];
type FrameOf<T extends FrameType> = Extract<ServerFrame, { type: T }>;
type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** The service answered an upgrade with plain HTTP. */
export class UpgradeRefused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`the upgrade was refused: ${status} ${code}`);
  }
}

type ConnectOptions = {
  port: number;
  ticket: string | null;
  /** null sends no Origin at all. */
  origin?: string | null;
  replace?: boolean;
  path?: string;
};

const defaultDeadlineMs = 20_000;

/** A browser's side of a run, in types. Every frame is parsed; waiting always has a deadline that tells the last frames. */
export class LabClient {
  readonly frames: ServerFrame[] = [];
  closed: { code: number; reason: string } | null = null;
  private nextId = Math.floor(Math.random() * 1_000_000);
  private readonly wakers = new Set<() => void>();

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data) => {
      this.frames.push(ServerFrame.parse(JSON.parse(data.toString())));
      this.wake();
    });
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
      this.wake();
    });
    socket.on('error', () => undefined);
  }

  /** Rejects with `UpgradeRefused` when the service answers with plain HTTP. */
  static connect(options: ConnectOptions): Promise<LabClient> {
    const { port, ticket, origin = testOrigin, replace = false, path = labSocketPath } = options;
    const protocols = ticket === null ? [labSubprotocol] : [labSubprotocol, ticketSubprotocolPrefix + ticket];
    const url = `ws://127.0.0.1:${port}${path}${replace ? '?replace=1' : ''}`;
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(url, protocols, origin === null ? {} : { origin });
      const client = new LabClient(socket);
      socket.once('open', () => resolve(client));
      socket.once('error', reject);
      socket.once('unexpected-response', (_request, response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const body = z
            .object({ error: z.string(), message: z.string() })
            .parse(JSON.parse(Buffer.concat(chunks).toString()));
          reject(new UpgradeRefused(response.statusCode ?? 0, body.error));
        });
      });
    });
  }

  /** The run's state as this client knows it. */
  get state(): RunState | null {
    for (const frame of this.frames.toReversed()) {
      if (frame.type === 'state') return frame.state;
      if (frame.type === 'snapshot') return frame.snapshot.state;
    }
    return null;
  }

  all<T extends FrameType>(type: T): FrameOf<T>[] {
    return this.frames.filter((frame): frame is FrameOf<T> => frame.type === type);
  }

  /** Sends a frame and says its id. */
  send(frame: WithoutId<ClientFrame>): number {
    this.nextId += 1;
    this.socket.send(JSON.stringify({ ...frame, id: this.nextId }));
    return this.nextId;
  }

  /** Sends a frame and waits for the frame that answers it. */
  async request(frame: WithoutId<ClientFrame>, deadlineMs = defaultDeadlineMs): Promise<ServerFrame> {
    const id = this.send(frame);
    return this.until(
      () => this.frames.find((answer) => 'replyTo' in answer && answer.replyTo === id),
      `an answer to ${frame.type}`,
      deadlineMs,
    );
  }

  untilState<K extends RunState['kind']>(
    kind: K,
    deadlineMs = defaultDeadlineMs,
  ): Promise<Extract<RunState, { kind: K }>> {
    const isWanted = (state: RunState | null): state is Extract<RunState, { kind: K }> =>
      state?.kind === kind;
    const find = () => {
      const { state } = this;
      return isWanted(state) ? state : undefined;
    };
    return this.until(find, `the state "${kind}"`, deadlineMs);
  }

  untilClosed(deadlineMs = defaultDeadlineMs) {
    return this.until(() => this.closed ?? undefined, 'the socket to close', deadlineMs);
  }

  /** Waits until `find` finds something in the frames. */
  until<T>(find: () => T | undefined, what: string, deadlineMs = defaultDeadlineMs): Promise<T> {
    return new Promise((resolve, reject) => {
      const attempt = () => {
        const found = find();
        if (found === undefined) return;
        clearTimeout(timer);
        this.wakers.delete(attempt);
        resolve(found);
      };
      const timer = setTimeout(() => {
        this.wakers.delete(attempt);
        const last = this.frames
          .slice(-6)
          .map((frame) => JSON.stringify(frame).slice(0, 300))
          .join('\n');
        reject(new Error(`waited ${deadlineMs} ms for ${what}; the last frames were:\n${last}`));
      }, deadlineMs);
      this.wakers.add(attempt);
      attempt();
    });
  }

  close(): void {
    this.socket.close();
  }

  private wake(): void {
    for (const waker of [...this.wakers]) waker();
  }
}
