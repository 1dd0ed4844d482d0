import { changeKinds, type ThreadChange } from '../../live/thread-change';
import { isTrueAt, numberAt, textAt } from '../send';

export type Heard = {
  /** What the thread holds, when the connection begins and after every gap. */
  state: (token: string, answerCount: number) => void;
  change: (change: ThreadChange) => void;
  /** Nobody can read it any more. */
  gone: () => void;
};

/** The server says something every 20 s. */
const silenceMs = 50_000;
const lookMs = 10_000;
/** After the server refused: it is full, or it is being changed. */
const retryMs = { first: 15_000, longest: 5 * 60_000 } as const;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const readChange = (data: unknown): ThreadChange | null => {
  const what = changeKinds.find((kind) => kind === textAt(data, 'what'));
  const token = textAt(data, 'token');
  if (what === undefined || token === null) return null;
  const [answer, comment] = [numberAt(data, 'answer'), numberAt(data, 'comment')];
  return { what, answer, comment, token, isOwn: isTrueAt(data, 'isOwn') };
};

/**
 * Hears of the changes of a thread for as long as its window is in front: a browser opens six connections to a server over
 * HTTP/1.1, and windows in the background would use them up. Whoever comes back, from another window, from sleep or from a
 * tunnel, is told the state and catches up. What goes wrong goes unsaid: the page is as good as it was.
 * @returns stops it
 */
export const watchThread = (question: number, heard: Heard): (() => void) => {
  let source: EventSource | null = null;
  let lastHeard = 0;
  let refusals = 0;
  let retry: number | undefined;
  let isOver = false;

  const close = () => {
    clearTimeout(retry);
    source?.close();
    source = null;
  };
  const open = () => {
    if (isOver || source || document.visibilityState === 'hidden') return;
    clearTimeout(retry);
    lastHeard = Date.now();
    const opened = new EventSource(`/api/questions/${question}/live`);
    source = opened;
    const on = (name: string, give: (data: unknown) => void) =>
      opened.addEventListener(name, ({ data }) => {
        lastHeard = Date.now();
        refusals = 0;
        give(parse(String(data)));
      });
    on('beat', () => undefined);
    on('state', (data) => heard.state(textAt(data, 'token') ?? '', numberAt(data, 'answerCount') ?? 0));
    on('change', (data) => {
      const change = readChange(data);
      if (change) heard.change(change);
    });
    on('gone', () => {
      stop();
      heard.gone();
    });
    opened.onerror = () => {
      // The browser itself tries again, unless the server answered with an error.
      if (opened.readyState !== EventSource.CLOSED || source !== opened) return;
      close();
      refusals += 1;
      const longest = Math.min(retryMs.longest, retryMs.first * 2 ** (refusals - 1));
      retry = window.setTimeout(open, longest * (0.5 + Math.random() / 2));
    };
  };
  const again = () => {
    close();
    open();
  };
  const follow = () => (document.visibilityState === 'hidden' ? close() : open());
  /** A connection that died in sleep does not know it. */
  const look = () => {
    if (source && Date.now() - lastHeard > silenceMs) again();
  };
  const looking = window.setInterval(look, lookMs);
  document.addEventListener('visibilitychange', follow);
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', follow);
  window.addEventListener('online', again);
  const stop = () => {
    isOver = true;
    close();
    clearInterval(looking);
    document.removeEventListener('visibilitychange', follow);
    window.removeEventListener('pagehide', close);
    window.removeEventListener('pageshow', follow);
    window.removeEventListener('online', again);
  };
  open();
  return stop;
};
