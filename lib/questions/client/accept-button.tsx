'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import styles from '../ui/thread.module.css';
import { send } from './send';
import { useRuns } from '@/lib/ui/use-runs';

type Props = { question: number; answer: number; isAccepted: boolean };

/** The asker says whether this answer solved it. */
export const AcceptButton = ({ question, answer, isAccepted }: Props) => {
  const router = useRouter();
  const runs = useRuns();
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const accept = async () => {
    if (isBusy) return;
    setBusy(true);
    const wanted = { answer: isAccepted ? null : answer };
    const given = await send('PUT', `/api/questions/${question}/accepted`, wanted);
    setBusy(false);
    setProblem(given.ok ? '' : given.message);
    router.refresh();
  };
  return (
    <>
      <button type="button" className={styles.tool} aria-disabled={isBusy} disabled={!runs} onClick={accept}>
        {isAccepted ? 'Accept no longer' : 'Accept this answer'}
      </button>
      <span role="status">{problem}</span>
    </>
  );
};
