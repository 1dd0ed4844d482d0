'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import styles from '../ui/thread.module.css';
import { send } from './send';
import { useRuns } from '@/lib/ui/use-runs';

/** Deletes a comment of one's own. */
export const DeleteComment = ({ id }: { id: number }) => {
  const router = useRouter();
  const runs = useRuns();
  const [problem, setProblem] = useState('');
  const remove = async () => {
    const answer = await send('DELETE', `/api/comments/${id}`);
    setProblem(answer.ok ? '' : answer.message);
    router.refresh();
  };
  return (
    <>
      <button type="button" className={styles.tool} disabled={!runs} onClick={remove}>
        Delete
      </button>
      <span role="status">{problem}</span>
    </>
  );
};
