'use client';

import { useState } from 'react';
import {
  canTake,
  takeConfiguration,
  type OfferedConfiguration,
} from '@/lib/labs/workspace/take-configuration';
import { useFiles, useWorkspace } from './session-context';
import styles from './workspace.module.css';

/** A reload must not ask again. */
const forgetOffer = () => window.history.replaceState(null, '', window.location.pathname);

/** The learner came from a configuration in a lesson: nothing changes until they say so. */
export function LessonOffer({ offer }: { offer: OfferedConfiguration }) {
  const { session, scenario } = useWorkspace();
  const isInConflict = useFiles((state) => state.conflict !== null);
  const [isOpen, setIsOpen] = useState(() => canTake(session.files.get().files, offer));
  const [problem, setProblem] = useState<string | null>(null);
  if (!isOpen || isInConflict) return null;

  const close = () => {
    forgetOffer();
    setIsOpen(false);
  };
  const take = () => {
    const taken = takeConfiguration(session.files.get().files, scenario.start, offer);
    if (taken === null)
      return setProblem('There is no room to keep your configuration beside it: delete a file first.');
    session.files.dispatch({ type: 'restored', files: taken.files });
    const kept = taken.kept === null ? '' : ` Yours is kept in ${taken.kept}.`;
    session.tell('ok', `The lesson’s configuration is in the editor; apply it to serve it.${kept}`);
    close();
  };

  return (
    <div className={styles.banner} role="group" aria-label="Configuration of a lesson">
      <p role="status">
        {problem ?? (
          <>
            You come from a configuration in <a href={offer.lesson.href}>{offer.lesson.title}</a>.
          </>
        )}
      </p>
      <div className={styles.bannerActions}>
        <button type="button" className={styles.primary} onClick={take}>
          Use the lesson’s configuration
        </button>
        <button type="button" className={styles.button} onClick={close}>
          Keep mine
        </button>
      </div>
    </div>
  );
}
