'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { sendJson } from '@/lib/http/send-json';
import buttons from '@/lib/ui/button.module.css';
import { askWhoAgain } from '@/lib/ui/header/ask-who-again';
import { useRuns } from '@/lib/ui/use-runs';
import styles from './notifications.module.css';

/** Marks all as read that the page knew of: what came since stays unread. */
export const MarkAllRead = ({ upTo }: { upTo: number }) => {
  const router = useRouter();
  const runs = useRuns();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const mark = async () => {
    if (isBusy) return;
    setBusy(true);
    const sent = await sendJson('POST', '/api/notifications/read', { upTo });
    setBusy(false);
    setProblem(sent.ok ? '' : sent.message);
    askWhoAgain();
    router.refresh();
  };
  return (
    <p className={styles.all}>
      <button
        type="button"
        className={buttons.secondary}
        aria-disabled={isBusy}
        disabled={!runs}
        onClick={mark}
      >
        Mark all as read
      </button>
      <span role="status">{problem}</span>
    </p>
  );
};
