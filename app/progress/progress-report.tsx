'use client';

import { useEffect, useState } from 'react';
import { openProgress, type ProgressSession } from '@/lib/progress/client/progress-session';
import { visitorsAnswer, type ProgressAnswer } from '@/lib/progress/client/read-answer';
import type { ModuleFacts } from '@/lib/progress/course-facts';
import type { Progress } from '@/lib/progress/progress';
import { recommend } from '@/lib/progress/recommend';
import { summarise } from '@/lib/progress/summarise';
import { ModuleProgress } from './module-progress';
import { NextStep } from './next-step';
import styles from './progress.module.css';

type Props = {
  modules: readonly ModuleFacts[];
  /** The account's progress; null for a visitor, whose browser keeps it. */
  account: ProgressAnswer | null;
  /** When the page was made; what is offered depends on how long ago a lesson was left. */
  now: string;
};

type Shown = { progress: Progress | null; session: ProgressSession | null };

/** What to do next, then everything by module. For an account it stands in the page as it is sent; a visitor's comes from the browser. */
export const ProgressReport = ({ modules, account, now }: Props) => {
  const [{ progress, session }, setShown] = useState<Shown>({
    progress: account?.progress ?? null,
    session: null,
  });
  useEffect(() => {
    const opened = openProgress(account ?? visitorsAnswer());
    const show = () => setShown({ progress: opened.current(), session: opened });
    show();
    return opened.subscribe(show);
  }, [account]);
  if (progress === null) {
    return (
      <div className={styles.waiting}>
        <p role="status">Looking up what this browser has kept…</p>
        <noscript>
          <p>
            Progress of visitors is kept by a script, and scripts are off. Everything can be read without;
            sign in to see what your account holds.
          </p>
        </noscript>
      </div>
    );
  }
  const labs = account?.labs ?? {};
  const summaries = summarise(modules, progress, labs);
  return (
    <>
      <NextStep recommendations={recommend({ modules, progress, labs, now })} session={session} />
      <section className={styles.modules} aria-labelledby="by-module">
        <h2 id="by-module">By module</h2>
        {summaries.map((module) => (
          <ModuleProgress key={module.number} module={module} labs={labs} />
        ))}
      </section>
    </>
  );
};
