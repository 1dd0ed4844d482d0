import 'server-only';
import { log } from '@/lib/config/log';
import { findThreadState, listenToThreads } from './store';
import { readTold, type ThreadState, type Told } from './thread-change';

/** An open page of a thread. */
export type Reader = {
  /** Something happened. What the thread holds now may be newer still. */
  told: (change: Told, state: ThreadState | null) => void;
  /** What the thread holds, after a gap in which changes may have been missed. Null: it is no more. */
  caughtUp: (state: ThreadState | null) => void;
  /** The server stops. */
  stop: () => void;
};

type Hub = {
  readers: Map<number, Set<Reader>>;
  listening: { close: () => void } | undefined;
  isStopping: boolean;
  /** The last look at a thread that was asked for. */
  telling: Promise<void>;
};

/** Route handlers are bundled apart from each other; one hub, with one connection, serves them all. */
const holder: typeof globalThis & { masteryThreads?: Hub } = globalThis;
const hub = (): Hub =>
  (holder.masteryThreads ??= {
    readers: new Map(),
    listening: undefined,
    isStopping: false,
    telling: Promise.resolve(),
  });

const readersOf = (question: number) => [...(hub().readers.get(question) ?? [])];

/** Looks at threads one after the other, so that nobody is given an older state after a newer one. */
export const findStateInOrder = (question: number): Promise<ThreadState | null> => {
  const found = hub().telling.then(() => findThreadState(question));
  hub().telling = found.then(
    () => undefined,
    () => undefined,
  );
  return found;
};

/** Looks at a thread once for all its readers. Whoever is not told now is when the connection is back. */
const tell = async (question: number, give: (reader: Reader, state: ThreadState | null) => void) => {
  if (readersOf(question).length === 0) return;
  try {
    const state = await findStateInOrder(question);
    for (const reader of readersOf(question)) give(reader, state);
  } catch (error) {
    log().warn({ err: error, question }, 'thread not told');
  }
};

const hear = (payload: string) => {
  const change = readTold(payload);
  if (change) void tell(change.question, (reader, state) => reader.told(change, state));
};

const catchUp = () => {
  for (const question of hub().readers.keys()) void tell(question, (reader, state) => reader.caughtUp(state));
};

/** An open stream would keep the server waiting for its end. */
const stopAll = () => {
  hub().isStopping = true;
  for (const readers of hub().readers.values()) for (const reader of [...readers]) reader.stop();
  closeHub();
};

const signals = ['SIGTERM', 'SIGINT'] as const;

const openHub = () => {
  if (hub().listening) return;
  hub().listening = listenToThreads({ heard: hear, connected: catchUp });
  for (const signal of signals) process.once(signal, stopAll);
};

/** Ends the listening. The next reader begins it again. */
export const closeHub = () => {
  hub().listening?.close();
  hub().listening = undefined;
  for (const signal of signals) process.off(signal, stopAll);
};

export const isStopping = () => hub().isStopping;

/** From now on `reader` hears of the question. @returns leaves again; twice is once */
export const join = (question: number, reader: Reader): (() => void) => {
  openHub();
  const { readers } = hub();
  const here = readers.get(question) ?? new Set<Reader>();
  readers.set(question, here.add(reader));
  return () => {
    here.delete(reader);
    if (here.size === 0 && readers.get(question) === here) readers.delete(question);
  };
};
