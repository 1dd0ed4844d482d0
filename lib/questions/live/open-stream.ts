import 'server-only';
import { findStateInOrder, isStopping, join } from './hub';
import { takePlace } from './places';
import { measureStreams } from './stream-metrics';
import type { ThreadState, Told } from './thread-change';

export type Opening = {
  question: number;
  viewerId: string | null;
  address: string;
  /** Aborted when the client goes. */
  signal: AbortSignal;
};

/** Proxies close what is silent for a minute; a page that hears nothing for two beats knows that it is cut off. */
const beatMs = 20_000;
/** A stream ends after a while, so that an old page says anew who it is, and another server may take it. */
const longestMs = 30 * 60 * 1000;
/** Events that a client may leave unread. Beyond, it is cut off and catches up when it comes back. */
const mostUnread = 200;

const encoder = new TextEncoder();
const event = (name: string, data: object) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

const stateEvent = ({ token, answerCount }: ThreadState) => event('state', { token, answerCount });

const changeEvent = ({ what, answer, comment, by }: Told, viewerId: string | null, { token }: ThreadState) =>
  event('change', { what, answer, comment, isOwn: by !== null && by === viewerId, token });

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  // no-transform: compression would hold events back. X-Accel-Buffering: so would Nginx.
  'cache-control': 'no-cache, no-store, no-transform',
  'x-accel-buffering': 'no',
};

/** Text that is sent as it comes, until either side ends it. `onEnd` is called once. */
const openPipe = (signal: AbortSignal, onEnd: () => void) => {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    signal.removeEventListener('abort', end);
    onEnd();
    try {
      controller?.close();
    } catch {
      // The client had closed it.
    }
  };
  const body = new ReadableStream<Uint8Array>(
    { start: (given) => void (controller = given), cancel: end },
    { highWaterMark: 0 },
  );
  if (signal.aborted) end();
  else signal.addEventListener('abort', end);
  const send = (text: string) => {
    if (isOver) return;
    controller?.enqueue(encoder.encode(text));
    if ((controller?.desiredSize ?? 0) < -mostUnread) end();
  };
  return { body, send, end };
};

/**
 * The changes of a thread as server-sent events: `state` with the token of what it holds, first and after every gap; `change`;
 * `gone` when nobody can read it any more, which is the last; and `beat`. Refuses by a word when there is no place.
 */
export const openStream = async ({ question, viewerId, address, signal }: Opening) => {
  const place = isStopping() ? 'full' : takePlace(viewerId, address);
  if (typeof place === 'string') return place;
  measureStreams();
  const undo = [place.leave];
  const { body, send, end } = openPipe(signal, () => undo.forEach((step) => step()));
  const tell = (state: ThreadState | null, write: (state: ThreadState) => string) => {
    send(state?.isShown ? write(state) : event('gone', {}));
    if (!state?.isShown) end();
  };
  const beat = setInterval(() => send(event('beat', {})), beatMs).unref();
  const last = setTimeout(end, longestMs * (1 + Math.random())).unref();
  undo.push(
    join(question, {
      told: (change, state) => tell(state, (known) => changeEvent(change, viewerId, known)),
      caughtUp: (state) => tell(state, stateEvent),
      stop: end,
    }),
    () => clearInterval(beat),
    () => clearTimeout(last),
  );
  // It may have gone before anything was there to undo; doing it twice does no harm.
  if (signal.aborted) undo.forEach((step) => step());
  try {
    // Asked after joining: what happens meanwhile is told twice rather than not at all.
    const state = await findStateInOrder(question);
    if (!state) {
      end();
      return 'missing';
    }
    // Readers whose server went come back one by one.
    send(`retry: ${Math.round(2000 + 4000 * Math.random())}\n\n`);
    tell(state, stateEvent);
  } catch (error) {
    end();
    throw error;
  }
  return new Response(body, { headers });
};
