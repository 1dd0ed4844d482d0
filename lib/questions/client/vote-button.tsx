'use client';

import { useRef, useState } from 'react';
import styles from '../ui/vote.module.css';
import { isTrueAt, numberAt, send } from './send';
import { useRuns } from '@/lib/ui/use-runs';

type Props = {
  kind: 'question' | 'answer';
  id: number;
  votes: number;
  isVoted: boolean;
  isMine: boolean;
  /** Where to sign in; null: someone is signed in. */
  signIn: string | null;
};

const Arrow = () => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d="M8 3l5.5 8h-11z" fill="currentColor" />
  </svg>
);

const inWords = (votes: number) => `${votes} ${votes === 1 ? 'vote' : 'votes'}`;

/**
 * Shows a vote at once and then what the site says is true. Clicks while a request is under way are not lost: the last wish is
 * sent when it returns.
 */
export const VoteButton = ({ kind, id, votes, isVoted, isMine, signIn }: Props) => {
  const [truth, setTruth] = useState({ votes, isUp: isVoted });
  const [wish, setWish] = useState(isVoted);
  const [problem, setProblem] = useState('');
  const runs = useRuns();
  const wanted = useRef(isVoted);
  const isTrulyUp = useRef(isVoted);
  const isSending = useRef(false);

  const settle = async () => {
    if (isSending.current) return;
    isSending.current = true;
    for (let sent: boolean | null = null; sent !== wanted.current;) {
      sent = wanted.current;
      const answer = await send('PUT', `/api/${kind}s/${id}/vote`, { isUp: sent });
      if (!answer.ok) {
        setProblem(answer.message);
        wanted.current = isTrulyUp.current;
        setWish(isTrulyUp.current);
        break;
      }
      const known = { votes: numberAt(answer.value, 'votes') ?? 0, isUp: isTrueAt(answer.value, 'isUp') };
      isTrulyUp.current = known.isUp;
      setTruth(known);
    }
    isSending.current = false;
  };

  const shown = truth.votes + (wish === truth.isUp ? 0 : wish ? 1 : -1);
  if (isMine)
    return (
      <p className={styles.vote}>
        <span className={styles.own}>
          {shown}
          <span className="visually-hidden"> {shown === 1 ? 'vote' : 'votes'}</span>
        </span>
        <span className={styles.word} aria-hidden="true">
          {shown === 1 ? 'vote' : 'votes'}
        </span>
      </p>
    );
  if (signIn !== null)
    return (
      <p className={styles.vote}>
        <a
          className={styles.button}
          href={signIn}
          aria-label={`Sign in to upvote this ${kind}, ${inWords(shown)}`}
        >
          <Arrow />
          {shown}
        </a>
      </p>
    );
  return (
    <p className={styles.vote}>
      <button
        type="button"
        className={styles.button}
        aria-pressed={wish}
        disabled={!runs}
        aria-label={`Upvote this ${kind}, ${inWords(shown)}`}
        onClick={() => {
          wanted.current = !wanted.current;
          setWish(wanted.current);
          setProblem('');
          void settle();
        }}
      >
        <Arrow />
        {shown}
      </button>
      <span role="status" className={styles.problem}>
        {problem}
      </span>
    </p>
  );
};
