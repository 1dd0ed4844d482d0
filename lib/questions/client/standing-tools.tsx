'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import buttons from '@/lib/ui/button.module.css';
import { useRuns } from '@/lib/ui/use-runs';
import type { Standing } from '../question';
import styles from '../ui/asked-about.module.css';
import { send } from './send';

type Props = { question: number; standing: Standing; digest: string };

/** Says whether a question still applies to the lesson as it is now. */
export const StandingTools = ({ question, standing, digest }: Props) => {
  const router = useRouter();
  const runs = useRuns();
  const [said, setSaid] = useState('');
  const judge = async (applies: boolean) => {
    const answer = await send('PUT', `/api/questions/${question}/standing`, { applies, digest });
    setSaid(answer.ok ? 'Thank you. Readers see it now.' : answer.message);
    router.refresh();
  };
  return (
    <div className={styles.tools} role="group" aria-label="Does the question still apply?">
      <button
        type="button"
        className={buttons.secondary}
        aria-pressed={standing === 'applies'}
        disabled={!runs}
        onClick={() => judge(true)}
      >
        Still applies
      </button>
      <button
        type="button"
        className={buttons.secondary}
        aria-pressed={standing === 'outdated'}
        disabled={!runs}
        onClick={() => judge(false)}
      >
        No longer applies
      </button>
      <span role="status">{said}</span>
    </div>
  );
};
