'use client';

import { useState } from 'react';
import { useRuns } from '@/lib/ui/use-runs';
import styles from '../ui/thread.module.css';
import { isTrueAt, send } from './send';

type Props = { question: number; isFollowing: boolean };

/** Follows a question, or stops. Says what is true, as the site answered it. */
export const FollowButton = ({ question, isFollowing }: Props) => {
  const runs = useRuns();
  const [isOn, setOn] = useState(isFollowing);
  // Commenting follows, too: then the page is told anew, and the button keeps its focus.
  const [told, setTold] = useState(isFollowing);
  if (told !== isFollowing) {
    setTold(isFollowing);
    setOn(isFollowing);
  }
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const set = async () => {
    if (isBusy) return;
    setBusy(true);
    const answer = await send('PUT', `/api/questions/${question}/following`, { isFollowing: !isOn });
    setBusy(false);
    if (!answer.ok) return setSaid(answer.message);
    const isNow = isTrueAt(answer.value, 'isFollowing');
    setOn(isNow);
    setSaid(isNow ? 'You will be told what others add.' : 'You will not be told of this question any more.');
  };
  return (
    <>
      <button
        type="button"
        className={styles.tool}
        aria-disabled={isBusy}
        disabled={!runs}
        aria-label={isOn ? 'Following: stop following this question' : 'Follow this question'}
        onClick={set}
      >
        {isOn ? 'Following' : 'Follow'}
      </button>
      <span role="status">{said}</span>
    </>
  );
};
