'use client';

import { useState, type ReactNode } from 'react';
import type { ProgressSession } from '@/lib/progress/client/progress-session';
import { setAside, timeAfter } from '@/lib/progress/progress';
import styles from './progress.module.css';

/** The button that was pressed is gone, so its opposite takes the focus when it appears. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus();

type Aside = { lesson: string; title: string; heading: string };

/** Setting an unfinished lesson aside, with the way back until the page is left. It is a place like any other, so it comes into the account and goes when the lesson is read on. */
export const useSetAside = (
  session: ProgressSession | null,
): { put: (lesson: string, title: string) => void; said: ReactNode } => {
  const [aside, setState] = useState<Aside | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const record = async (lesson: string, heading: string) => {
    const at = timeAfter(session?.current().places[lesson]?.at);
    const failed = (await session?.record({ places: { [lesson]: { heading, at } } })) ?? null;
    setProblem(failed);
    return failed === null;
  };
  const put = async (lesson: string, title: string) => {
    const heading = session?.current().places[lesson]?.heading;
    if (heading !== undefined && (await record(lesson, setAside))) setState({ lesson, title, heading });
  };
  const undo = async ({ lesson, heading }: Aside) => {
    if (await record(lesson, heading)) setState(null);
  };
  const said = (
    <p role="status" className={styles.said}>
      {problem}
      {aside && problem === null && (
        <>
          {aside.title} is set aside, and comes back when you read on in it.{' '}
          <button type="button" className={styles.quiet} ref={takeFocus} onClick={() => void undo(aside)}>
            Undo
          </button>
        </>
      )}
    </p>
  );
  return { put: (lesson, title) => void put(lesson, title), said };
};
