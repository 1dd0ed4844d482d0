import 'server-only';
import { log } from '@/lib/config/log';
import { findThreadState, listenToThreads } from './store';
import { readTold, type ThreadState, type Told } from './thread-change';

/** An open page of a thread. */
export type Reader = {
  told: (change: Told) => void;
  /** What the thread holds now; changes may have been missed. Null: it is no more. */
  state: (state: ThreadState | null) => void;
  /** The server stops. */
  stop: () => void;
};

type Hub = {
  readers: Map<number, Set<Reader>>;
  listening: { close: () => void } | undefined;
  isStopping: boolean;
};

/** Route handlers are bundled apart from each other; one hub, with one connection, serves them all. */
const holder: typeof globalThis & { masteryThreads?: Hub } = globalThis;
const hub = (): Hub =>
  (holder.masteryThreads ??= { readers: new Map(), listening: undefined, isStopping: false });

const everyReader = () => [...hub().readers.values()].flatMap((readers) => [...readers]);

/** After a gap in the listening every open thread is looked at once, one after the other, for all its readers. */
const catchUp = async () => {
  for (const [question, readers] of [...hub().readers]) {
    try {
      const state = await findThreadState(question);
      for (const reader of [...readers]) reader.state(state);
    } catch (error) {
      log().warn({ err: error, question }, 'thread not caught up');
    }
  }
};

const hear = (payload: string) => {
  const change = readTold(payload);
  if (change) for (const reader of [...(hub().readers.get(change.question) ?? [])]) reader.told(change);
};

/** An open stream would keep the server waiting for its end. */
const stopAll = () => {
  hub().isStopping = true;
  for (const reader of everyReader()) reader.stop();
  closeHub();
};

const signals = ['SIGTERM', 'SIGINT'] as const;

const openHub = () => {
  if (hub().listening) return;
  hub().listening = listenToThreads({ heard: hear, connected: () => void catchUp() });
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
