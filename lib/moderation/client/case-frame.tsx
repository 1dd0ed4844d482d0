'use client';

import { useRef, useState, type ReactNode } from 'react';
import buttons from '@/lib/ui/button.module.css';
import { useRuns } from '@/lib/ui/use-runs';
import { actButtons, type ButtonAct } from '../act-buttons';
import styles from '../ui/case.module.css';
import { ActForm, type Subject } from './act-form';
import { MergeForm } from './merge-form';
import { SuspendForm } from './suspend-form';

type Props = {
  subject: Subject;
  acts: readonly ButtonAct[];
  /** "Answer to …": the case's heading. */
  heading: ReactNode;
  children: ReactNode;
};

/** Acts after which the case still waits for a decision. */
const besides: ReadonlySet<ButtonAct> = new Set(['lock', 'unlock', 'suspend']);

/**
 * A case with what can be done about it. A decision opens its form below; once it is carried out, the case folds to a line that
 * says so and stays in its place, so that nothing moves under the next key.
 */
export const CaseFrame = ({ subject, acts, heading, children }: Props) => {
  const runs = useRuns();
  const [chosen, setChosen] = useState<ButtonAct | null>(null);
  const [said, setSaid] = useState('');
  const [isDone, setDone] = useState(false);
  const [used, setUsed] = useState<readonly ButtonAct[]>([]);
  const frame = useRef<HTMLElement>(null);
  const close = () => {
    setChosen(null);
    frame.current?.focus();
  };
  const finish = () => {
    if (chosen === null) return;
    setSaid(actButtons[chosen].done);
    setUsed([...used, chosen]);
    setDone(!besides.has(chosen));
    close();
  };
  const form = { subject, onClose: close, onDone: finish };
  return (
    <article
      ref={frame}
      className={styles.case}
      data-case={isDone ? 'done' : 'open'}
      tabIndex={-1}
      aria-labelledby={`case-${subject.kind}-${subject.id}`}
    >
      <h2 id={`case-${subject.kind}-${subject.id}`} className={styles.heading}>
        {heading}
      </h2>
      <p role="status" className={styles.done}>
        {said}
      </p>
      {!isDone && children}
      {!isDone && (
        <div className={styles.acts}>
          {acts
            .filter((act) => !used.includes(act))
            .map((act) => (
              <button
                key={act}
                type="button"
                className={`${buttons.secondary} ${styles.act}`}
                disabled={!runs}
                data-key={actButtons[act].key}
                aria-keyshortcuts={actButtons[act].key}
                aria-expanded={chosen === act}
                onClick={() => setChosen(chosen === act ? null : act)}
              >
                {actButtons[act].label}
                <kbd aria-hidden="true">{actButtons[act].key}</kbd>
              </button>
            ))}
        </div>
      )}
      {!isDone && chosen === 'merge' && <MergeForm {...form} />}
      {!isDone && chosen === 'suspend' && subject.author && (
        <SuspendForm
          person={subject.author}
          suggestion={subject.suspensionSuggestion}
          onClose={form.onClose}
          onDone={form.onDone}
        />
      )}
      {!isDone && chosen && chosen !== 'merge' && chosen !== 'suspend' && (
        <ActForm key={chosen} {...form} act={chosen} />
      )}
    </article>
  );
};
