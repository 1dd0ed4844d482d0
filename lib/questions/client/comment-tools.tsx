'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import styles from '../ui/thread.module.css';
import { send } from './send';
import { useRuns } from '@/lib/ui/use-runs';

/** Deletes a comment of one's own, or brings it back. */
export const CommentTools = ({ id, isDeleted }: { id: number; isDeleted: boolean }) => {
  const router = useRouter();
  const runs = useRuns();
  const [said, setSaid] = useState('');
  const setDeleted = async () => {
    const answer = await send('PUT', `/api/comments/${id}/deleted`, { isDeleted: !isDeleted });
    setSaid(answer.ok ? (isDeleted ? 'It is back.' : 'Deleted. Only you see it.') : answer.message);
    router.refresh();
  };
  return (
    <>
      <button type="button" className={styles.tool} disabled={!runs} onClick={setDeleted}>
        {isDeleted ? 'Restore' : 'Delete'}
      </button>
      <span role="status">{said}</span>
    </>
  );
};
