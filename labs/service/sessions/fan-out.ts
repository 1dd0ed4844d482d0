import type { ServerPayload } from '@/labs/protocol/server-frames';

/** One tab's socket. */
export interface Subscriber {
  /** A droppable frame may be left out when the socket is slow. */
  send(text: string, isDroppable: boolean): void;
  close(code: number, reason: string): void;
}

const droppable: ReadonlySet<ServerPayload['type']> = new Set(['stats', 'requests', 'log']);

/** Numbers a run's frames and sends them to all of its sockets. */
export class FanOut {
  private seq = 0;
  private readonly subscribers = new Set<Subscriber>();

  get size(): number {
    return this.subscribers.size;
  }

  add(subscriber: Subscriber): void {
    this.subscribers.add(subscriber);
  }

  remove(subscriber: Subscriber): void {
    this.subscribers.delete(subscriber);
  }

  broadcast(payload: ServerPayload): void {
    this.seq += 1;
    if (this.subscribers.size === 0) return;
    const text = JSON.stringify({ ...payload, seq: this.seq });
    for (const subscriber of this.subscribers) subscriber.send(text, droppable.has(payload.type));
  }

  /** To one socket only; the number is taken from the same row, so that a socket's frames always grow. */
  reply(subscriber: Subscriber, payload: ServerPayload): void {
    this.seq += 1;
    subscriber.send(JSON.stringify({ ...payload, seq: this.seq }), false);
  }

  closeAll(code: number, reason: string): void {
    for (const subscriber of this.subscribers) subscriber.close(code, reason);
    this.subscribers.clear();
  }
}
