import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ServerFrame } from '@/labs/protocol/server-frames';
import type { ConnectionState } from './connection-state';
import { RunConnection } from './run-connection';
import { heartbeatTiming } from './run-socket';

/** A browser's socket whose other end is the test. */
class ScriptedSocket extends EventTarget {
  static made: ScriptedSocket[] = [];
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  sent: { id: number; type: string }[] = [];

  constructor(
    readonly url: string,
    readonly protocols: string[],
  ) {
    super();
    ScriptedSocket.made.push(this);
  }

  send(text: string) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.readyState = 3;
  }

  accept() {
    this.readyState = 1;
    this.onopen?.();
  }

  deliver(frame: object) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  drop(code: number) {
    this.readyState = 3;
    this.onclose?.({ code });
  }
}

let tickets = 0;
let states: ConnectionState[];
let frames: ServerFrame[];
let connection: RunConnection;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', ScriptedSocket);
  ScriptedSocket.made = [];
  tickets = 0;
  states = [];
  frames = [];
  connection = new RunConnection({
    getTicket: async () => ({ kind: 'ticket', ticket: `t${++tickets}`, labUrl: 'ws://lab.test/v1/run' }),
    onState: (state) => states.push(state),
    onFrame: (frame) => frames.push(frame),
    random: () => 0.5,
  });
});
afterEach(() => {
  connection.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const socket = () => {
  const last = ScriptedSocket.made.at(-1);
  if (last === undefined) throw new Error('no socket was opened');
  return last;
};
const opened = async () => {
  await connection.open();
  socket().accept();
  return socket();
};
const done = (seq: number, replyTo: number) => ({ type: 'done', seq, replyTo });

describe('the connection to a run', () => {
  it('brings a fresh ticket to every attempt', async () => {
    (await opened()).drop(1006);
    await vi.advanceTimersByTimeAsync(400);
    expect(ScriptedSocket.made.map((one) => one.protocols[1])).toEqual(['ticket.t1', 'ticket.t2']);
  });

  it('drops frames that are malformed or not newer than the last', async () => {
    const open = await opened();
    for (const seq of [5, 5, 4, 6]) open.deliver(done(seq, 0));
    open.deliver({ type: 'riddle', seq: 9 });
    expect(frames.map((frame) => frame.seq)).toEqual([5, 6]);
  });

  it('answers what was asked, and says so when the connection went first', async () => {
    const open = await opened();
    const first = connection.ask({ type: 'extend' });
    const second = connection.ask({ type: 'heal', server: null });
    open.deliver(done(1, open.sent[0]?.id ?? -1));
    open.drop(1006);
    expect((await first).kind).toBe('frame');
    expect((await second).kind).toBe('lost');
  });

  it('goes on waiting longer when sockets open and drop at once', async () => {
    (await opened()).drop(1006);
    await vi.advanceTimersByTimeAsync(300);
    socket().accept();
    socket().drop(1006);
    const waits = states.flatMap((state) => (state.kind === 'waiting' ? [state.attempt] : []));
    expect(waits).toEqual([1, 2]);
  });

  it('takes silence for a lost connection', async () => {
    await opened();
    await vi.advanceTimersByTimeAsync(heartbeatTiming.everyMs + heartbeatTiming.answerMs);
    expect(connection.state.kind).toBe('waiting');
  });

  it('stays away once another tab took over', async () => {
    (await opened()).drop(4001);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connection.state.kind).toBe('replaced');
    expect(ScriptedSocket.made).toHaveLength(1);
  });
});
