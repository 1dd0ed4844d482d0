'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState, useTransition } from 'react';
import { bandOf, isBusy, viewOfThread } from './live/band-of';
import { KeepPlace } from './live/keep-place';
import { LiveNote, type Note } from './live/live-note';
import { arrivalWords, firstArrival, mustAsk, waitingWords, type News } from './live/news';
import { watchThread } from './live/watch-thread';

type Props = {
  question: number;
  path: string;
  /** Of what this page shows; see `ThreadState`. */
  token: string;
  answerCount: number;
};

/** Changes that come together are looked at together. */
const togetherMs = 50;
/** A page that was just refreshed may be newer than what it heard of. */
const patienceMs = 1000;

const idOf = ({ answer, comment }: News) => (comment === null ? `answer-${answer}` : `comment-${comment}`);
const queryOf = ({ answer, comment }: News) =>
  comment === null ? `?answer=${answer}` : `?comment=${comment}`;

const goTo = (element: HTMLElement | null) => {
  if (!element) return;
  element.tabIndex = -1;
  element.scrollIntoView({ block: 'center' });
  element.focus({ preventScroll: true });
};

const isInView = (element: HTMLElement) => {
  const { top, bottom } = element.getBoundingClientRect();
  const view = viewOfThread();
  return top < view.bottom && bottom > view.top;
};

/**
 * Keeps an open thread up to date. What happens out of sight, or comes in below, is shown at once, and nothing moves that the
 * person looks at; the rest is offered. Drafts, focus and open forms stay in either case: only what the server renders changes.
 */
export const LiveThread = ({ question, path, token, answerCount }: Props) => {
  const router = useRouter();
  const [isRefreshing, startRefresh] = useTransition();
  const [note, setNote] = useState<Note | null>(null);
  const region = useRef<HTMLDivElement>(null);
  const isKeeping = useRef(false);
  /** `news`: heard of and not asked for. `coming`: what the refresh under way brings. */
  const known = useRef({ latest: token, newAnswers: 0, news: [] as News[], coming: null as News[] | null });
  const wantsToSee = useRef(false);

  const show = () => {
    const { current } = known;
    current.coming = [...(current.coming ?? []), ...current.news];
    current.news = [];
    isKeeping.current = true;
    startRefresh(() => router.refresh());
  };

  const settle = useEffectEvent(() => {
    const { latest, news, newAnswers, coming } = known.current;
    if (coming) return;
    if (latest === token) {
      known.current.news = [];
      known.current.newAnswers = 0;
      setNote((was) => (was?.kind === 'waiting' ? null : was));
      return;
    }
    // A refresh that fails makes Next load the page anew, and offline there is none.
    if (news.length === 0 || !navigator.onLine) return;
    const [view, busy] = [viewOfThread(), isBusy()];
    if (news.some((one) => mustAsk(one, bandOf(one), view, busy)))
      setNote({ kind: 'waiting', words: waitingWords(news, newAnswers) });
    else show();
  });

  const miss = useEffectEvent((count = answerCount) => {
    const { current } = known;
    if (current.latest === token || current.coming || current.news.length > 0) return settle();
    current.newAnswers = count - answerCount;
    current.news = [{ what: 'missed', answer: null, comment: null, isOwn: false }];
    settle();
  });

  const finish = useEffectEvent(() => {
    const { current } = known;
    const { coming: shown, newAnswers } = current;
    if (!shown) return;
    current.coming = null;
    current.newAnswers = 0;
    isKeeping.current = false;
    const [words, first] = [arrivalWords(shown, newAnswers), firstArrival(shown)];
    const element = first && document.getElementById(idOf(first));
    if (wantsToSee.current) goTo(element ?? region.current);
    wantsToSee.current = false;
    const href = element ? `#${element.id}` : first && `${path}${queryOf(first)}#${idOf(first)}`;
    const isSeen = element ? isInView(element) : !href;
    setNote(words ? { kind: 'arrived', words, href: isSeen ? null : href } : null);
    settle();
  });

  useEffect(() => {
    let timer: number | undefined;
    const stop = watchThread(question, {
      state: (latest, count) => {
        known.current.latest = latest;
        miss(count);
      },
      change: ({ token: latest, ...news }) => {
        known.current.latest = latest;
        known.current.news.push(news);
        clearTimeout(timer);
        timer = window.setTimeout(() => settle(), togetherMs);
      },
      gone: () => setNote({ kind: 'gone' }),
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [question]);

  useEffect(() => {
    if (isRefreshing) return;
    finish();
    settle();
    const timer = window.setTimeout(() => miss(), patienceMs);
    return () => clearTimeout(timer);
  }, [isRefreshing, token]);

  return (
    <>
      <KeepPlace token={token} isOn={isKeeping} />
      <LiveNote
        note={note}
        region={region}
        isBusy={isRefreshing}
        onShow={() => {
          wantsToSee.current = true;
          show();
        }}
        onClose={() => setNote(null)}
      />
    </>
  );
};
