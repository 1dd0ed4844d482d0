import 'server-only';
import { isStopping, join } from './hub';
import { takePlace } from './places';
import { findThreadState } from './store';
import type { ThreadState, Told } from './thread-change';

export type Opening = {
  question: number;
  viewerId: string | null;
  address: string;
  /** Aborted when the client goes. */
  signal: AbortSignal;
};

/** Proxies close what is silent for a minute; a page that hears nothing for two beats knows that it is cut off. */
export const beatMs = 20_000;
/** A stream ends after a while, so that an old page says anew who it is, and another server may take it. */
const longestMs = 30 * 60 * 1000;
/** Events that a client may leave unread. Beyond, it is cut off and catches up when it comes back. */
const mostUnread = 200;

const encoder = new TextEncoder();
const event = (name: string, data: object) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

const stateEvent = (state: ThreadState) =>
  event('state', { token: state.token, answerCount: state.answerCount });

const changeEvent = ({ what, answer, by }: Told, viewerId: string | null) =>
  event('change', { what, answer, isOwn: by !== null && by === viewerId });

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
  const undo = [place.leave];
  const { body, send, end } = openPipe(signal, () => undo.forEach((step) => step()));
  const tellState = (state: ThreadState | null) => {
    if (state?.isShown) return send(stateEvent(state));
    send(event('gone', {}));
    end();
  };
  /** Nothing is sent before the state is known, and a state that changed while it was read is read again. */
  let isFresh = false;
  let tell = (_change: Told): void => {
    isFresh = false;
  };
  const beat = setInterval(() => send(event('beat', {})), beatMs).unref();
  const last = setTimeout(end, longestMs * (1 + Math.random())).unref();
  undo.push(
    join(question, { told: (change) => tell(change), state: tellState, stop: end }),
    () => clearInterval(beat),
    () => clearTimeout(last),
  );
  // It may have gone before anything was there to undo; doing it twice does no harm.
  if (signal.aborted) undo.forEach((step) => step());
  try {
    let state: ThreadState | null = null;
    for (let tries = 0; !isFresh && tries < 5; tries += 1) {
      isFresh = true;
      state = await findThreadState(question);
    }
    if (!state) {
      end();
      return 'missing';
    }
    tell = (change) => send(changeEvent(change, viewerId));
    // Readers whose server went come back one by one.
    send(`retry: ${Math.round(2000 + 4000 * Math.random())}\n\n`);
    tellState(state);
  } catch (error) {
    end();
    throw error;
  }
  return new Response(body, { headers });
};
