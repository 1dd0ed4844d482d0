import { Socket } from 'node:net';
import type Docker from 'dockerode';
import { agentLimits } from '@/labs/protocol/agent-frames';
import { callEngine } from './engine-call';
import { ReadBudget } from './read-budget';
import { StdoutLines } from './stdout-lines';

const attachDeadlineMs = 30_000;
/** A container that does not read its stdin must not fill our memory: beyond this, lines are dropped. */
const maxUnreadBytes = 4 * 1024 * 1024;
const maxLinesPerRead = 2000;

export type StreamListeners = {
  onLine: (line: string) => void;
  onFlood: () => void;
  /** The stream ended, whoever ended it but `close`. */
  onEnd: () => void;
};

/** stdin and stdout of one container. */
export class AttachedStream {
  readonly #budget = new ReadBudget();
  readonly #lines: StdoutLines;
  #resumeTimer: NodeJS.Timeout | null = null;
  #isClosed = false;

  private constructor(
    private readonly socket: Socket,
    private readonly listeners: StreamListeners,
  ) {
    this.#lines = new StdoutLines(
      { maxLineBytes: agentLimits.maxLineBytes, maxLinesPerRead },
      listeners.onLine,
      listeners.onFlood,
    );
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.#read(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#end());
    socket.on('end', () => socket.destroy());
  }

  /** Attaches to a container, running or not. To miss nothing, attach before it is started. */
  static async open(
    container: Docker.Container,
    listeners: StreamListeners,
    signal?: AbortSignal,
  ): Promise<AttachedStream> {
    const stream = await callEngine(
      { name: 'attach to a container', deadlineMs: attachDeadlineMs, signal },
      async (abortSignal) => {
        const options = { stream: true, stdin: true, stdout: true, stderr: false, hijack: true, abortSignal };
        const opened = await container.attach(options);
        if (abortSignal.aborted && opened instanceof Socket) opened.destroy();
        return opened;
      },
    );
    if (!(stream instanceof Socket)) throw new TypeError('Docker did not hand over the connection.');
    return new AttachedStream(stream, listeners);
  }

  /** Returns whether the line was taken. */
  send(line: string): boolean {
    if (this.#isClosed || !this.socket.writable || this.socket.writableLength > maxUnreadBytes) return false;
    this.socket.write(`${line}\n`);
    return true;
  }

  /** Ends the stream without telling `onEnd`. */
  close(): void {
    this.#isClosed = true;
    this.socket.destroy();
  }

  #read(chunk: Buffer): void {
    const pauseMs = this.#budget.spend(chunk.length, this.#lines.push(chunk));
    if (pauseMs === 0 || this.#isClosed) return;
    this.listeners.onFlood();
    this.socket.pause();
    this.#resumeTimer = setTimeout(() => this.socket.resume(), pauseMs);
  }

  #end(): void {
    if (this.#resumeTimer) clearTimeout(this.#resumeTimer);
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.listeners.onEnd();
  }
}
