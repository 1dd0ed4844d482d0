import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RunSocket, type BrowserSocket } from './run-socket';

class FakeSocket extends EventEmitter implements BrowserSocket {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  readonly sent: string[] = [];
  isTerminated = false;
  pings = 0;

  send(text: string): void {
    this.sent.push(text);
  }
  ping(): void {
    this.pings += 1;
  }
  close(): void {
    this.readyState = 2;
  }
  terminate(): void {
    this.isTerminated = true;
    this.emit('close');
  }
}

const megabyte = 1024 * 1024;

function open() {
  const socket = new FakeSocket();
  const events = { frame: vi.fn(), refused: vi.fn(), dropped: vi.fn(), closed: vi.fn() };
  return { socket, events, runSocket: new RunSocket(socket, 30, events) };
}

describe('a browser that reads too slowly', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('loses stats first, and nothing that matters', () => {
    const { socket, events, runSocket } = open();
    socket.bufferedAmount = megabyte;
    runSocket.send('stats', true);
    runSocket.send('verdict', false);
    expect(socket.sent).toEqual(['verdict']);
    expect(events.dropped).toHaveBeenCalledOnce();
  });

  it('is let go before it eats the memory', () => {
    const { socket, events, runSocket } = open();
    socket.bufferedAmount = 5 * megabyte;
    runSocket.send('verdict', false);
    expect(socket.isTerminated).toBe(true);
    expect(events.closed).toHaveBeenCalledOnce();
  });

  it('is noticed when it is gone without a word', () => {
    const { socket } = open();
    vi.advanceTimersByTime(15_000);
    socket.emit('pong');
    vi.advanceTimersByTime(15_000);
    expect(socket.isTerminated).toBe(false);
    vi.advanceTimersByTime(15_000);
    expect(socket.isTerminated).toBe(true);
  });
});

describe('a browser that sends too fast', () => {
  it('learns which of its frames was not taken, so that no button waits for ever', () => {
    const { socket, events } = open();
    for (let id = 0; id < 61; id += 1) {
      socket.emit('message', Buffer.from(JSON.stringify({ type: 'ping', id })), false);
    }
    expect(events.frame).toHaveBeenCalledTimes(60);
    expect(events.refused).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'too-fast', replyTo: 60 }),
    );
  });
});
