import type { z } from 'zod';
import { AgentEvent, type AgentCommandInput } from '@/labs/protocol/agent-frames';
import type { CellNode } from '@/labs/runtime/cell-runtime';
import { createEmitter } from './emitter';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
export type AgentRequest = WithoutId<AgentCommandInput>;
export type AgentNotice = Exclude<AgentEvent, { type: 'done' | 'failed' }>;

/** Why a command has no result. `failed`: the agent said so, and `message` is its own. */
export class AgentError extends Error {
  constructor(
    readonly code: 'deadline' | 'gone' | 'failed' | 'malformed',
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'AgentError';
  }
}

export interface AgentClient {
  /** Lines that were no valid frame. They are dropped: a container may say anything. */
  readonly droppedLines: number;
  /** Sends a command and waits for its one answer. Rejects with AgentError, or with the signal's reason. */
  request<T>(
    command: AgentRequest,
    result: z.ZodType<T>,
    options?: { deadlineMs?: number; signal?: AbortSignal | undefined },
  ): Promise<T>;
  /** Sends a command whose answer nobody waits for. */
  post(command: AgentRequest): void;
  on(listener: (notice: AgentNotice) => void): () => void;
  /** Resolves at the next `hello`. Call it before what makes the agent start. */
  nextHello(deadlineMs: number): Promise<void>;
  /** Rejects every command that waits, and ignores what the container says until `listen`. */
  abandon(reason: string): void;
  listen(): void;
  dispose(): void;
}

type Waiting = { settle(event: { done: unknown } | { error: Error }): void };

const floodWindowMs = 1000;

/**
 * Joins commands with their answers on one container's lines.
 * `onFlood` is called when more than `maxLinesPerSecond` lines arrive, or one that is too long.
 */
export function createAgentClient(
  node: CellNode,
  options: { maxLinesPerSecond?: number; onFlood?: () => void } = {},
): AgentClient {
  const { maxLinesPerSecond = Number.POSITIVE_INFINITY, onFlood = () => undefined } = options;
  const waiting = new Map<number, Waiting>();
  const notices = createEmitter<AgentNotice>();
  let nextId = 1;
  let droppedLines = 0;
  let isListening = true;
  let windowStart = 0;
  let windowLines = 0;

  function takeLine(line: string) {
    if (!isListening) return;
    const now = Date.now();
    if (now - windowStart >= floodWindowMs) {
      windowStart = now;
      windowLines = 0;
    }
    windowLines += 1;
    if (windowLines > maxLinesPerSecond) {
      onFlood();
      return;
    }
    const event = parseLine(line);
    if (event === null) {
      droppedLines += 1;
      return;
    }
    if (event.type === 'done') waiting.get(event.id)?.settle({ done: event.result });
    else if (event.type === 'failed')
      waiting.get(event.id)?.settle({ error: new AgentError('failed', event.message) });
    else notices.emit(event);
  }

  const stopLines = node.onLine(takeLine);
  const stopFlood = node.onFlood(() => {
    if (isListening) onFlood();
  });

  function abandon(reason: string) {
    isListening = false;
    for (const entry of [...waiting.values()]) entry.settle({ error: new AgentError('gone', reason) });
  }

  return {
    get droppedLines() {
      return droppedLines;
    },
    request(command, result, { deadlineMs = 3000, signal } = {}) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const id = nextId++;
        const finish = (act: () => void) => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', onAbort);
          waiting.delete(id);
          act();
        };
        const onAbort = () => finish(() => reject(signal?.reason));
        const timer = setTimeout(
          () =>
            finish(() =>
              reject(
                new AgentError(
                  'deadline',
                  `${node.name} did not answer "${command.type}" within ${deadlineMs} ms`,
                ),
              ),
            ),
          deadlineMs,
        );
        signal?.addEventListener('abort', onAbort, { once: true });
        waiting.set(id, {
          settle: (event) =>
            finish(() => {
              if ('error' in event) return reject(event.error);
              const parsed = result.safeParse(event.done);
              if (parsed.success) return resolve(parsed.data);
              reject(
                new AgentError('malformed', `${node.name} answered "${command.type}" with something else`, {
                  cause: parsed.error,
                }),
              );
            }),
        });
        node.send(JSON.stringify({ ...command, id }));
      });
    },
    post(command) {
      node.send(JSON.stringify({ ...command, id: nextId++ }));
    },
    on: notices.on,
    nextHello(deadlineMs) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          stop();
          reject(new AgentError('deadline', `${node.name} did not start within ${deadlineMs} ms`));
        }, deadlineMs);
        const stop = notices.on((notice) => {
          if (notice.type !== 'hello') return;
          clearTimeout(timer);
          stop();
          resolve();
        });
      });
    },
    abandon,
    listen() {
      isListening = true;
      windowLines = 0;
    },
    dispose() {
      abandon('the cell was put away');
      stopLines();
      stopFlood();
      notices.clear();
    },
  };
}

function parseLine(line: string): AgentEvent | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  return AgentEvent.safeParse(value).data ?? null;
}
