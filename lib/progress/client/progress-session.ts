import { sendJson } from '@/lib/http/send-json';
import { mergeProgress, noProgress, type Progress } from '../progress';
import { findKept, forgetRead, keepProgress, keptProgressKey } from './kept-progress';
import { findAnswer, type ProgressAnswer } from './read-answer';

export type ProgressSession = {
  readonly viewer: string | null;
  readonly labs: ProgressAnswer['labs'];
  current(): Progress;
  /** Shows the change at once, and keeps it: in the account, or in this browser until the account has it. Resolves with a sentence when it could not be kept. */
  record(part: Partial<Progress>): Promise<string | null>;
  /** Resolves with a sentence when the lesson is still marked as read. */
  undoRead(lesson: string): Promise<string | null>;
  /** Asks the site again, for a page that the browser took out of its memory. */
  refresh(): Promise<void>;
  /** Calls back after every change, of other tabs too. */
  subscribe(listener: () => void): () => void;
};

const notKept =
  'This browser does not keep it: its storage is full or switched off. Sign in to keep it in your account.';

/** A reader's progress on an open page. `answer` is what the site said about the account. */
export const openProgress = (answer: ProgressAnswer): ProgressSession => {
  const { viewer, labs } = answer;
  const listeners = new Set<() => void>();
  // What this browser kept is on its way into the account, and part of it already on this page.
  const withKept = (progress: Progress) =>
    viewer === null ? progress : mergeProgress(mergeProgress(progress, findKept(null)), findKept(viewer));
  let account = withKept(answer.progress);
  let unkept = noProgress();
  const tell = () => listeners.forEach((listener) => listener());
  const send = async (part: Progress): Promise<string | null> => {
    if (viewer === null) return keepProgress(null, part) ? null : notKept;
    const sent = await sendJson('POST', '/api/progress', part);
    if (sent.ok) account = mergeProgress(account, part);
    else if (!sent.mayRetry) return sent.message;
    else if (!keepProgress(viewer, part)) return `${sent.message} ${notKept}`;
    return null;
  };
  window.addEventListener('storage', (event) => {
    if (event.key === keptProgressKey(viewer) || event.key === keptProgressKey(null)) tell();
  });
  return {
    viewer,
    labs,
    current: () => mergeProgress(mergeProgress(account, unkept), findKept(viewer)),
    async record(change) {
      const part = { ...noProgress(), ...change };
      unkept = mergeProgress(unkept, part);
      tell();
      return send(part);
    },
    async undoRead(lesson) {
      if (viewer !== null) {
        const sent = await sendJson('DELETE', `/api/progress/read/${lesson}`);
        if (!sent.ok) return `${sent.message} The lesson is still marked as read.`;
      }
      delete account.read[lesson];
      delete unkept.read[lesson];
      forgetRead(null, lesson);
      forgetRead(viewer, lesson);
      tell();
      return null;
    },
    async refresh() {
      const now = viewer === null ? null : await findAnswer();
      if (now?.viewer === viewer && now !== null) account = withKept(now.progress);
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
