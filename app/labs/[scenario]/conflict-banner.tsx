'use client';

import { useFiles, useWorkspace } from './session-context';
import styles from './workspace.module.css';

/** Another tab saved a different version: nothing is overwritten until the learner chooses. */
export function ConflictBanner() {
  const { session } = useWorkspace();
  const conflict = useFiles((state) => state.conflict);
  if (conflict === null) return null;
  return (
    <div className={styles.banner} role="alert">
      <p>
        <strong>Another tab saved a different version of these files.</strong> Saving is paused here until you
        choose; what you do not keep is gone.
      </p>
      <div className={styles.bannerActions}>
        <button
          type="button"
          className={styles.button}
          onClick={() => session.files.dispatch({ type: 'kept-mine' })}
        >
          Keep this version
        </button>
        <button
          type="button"
          className={styles.button}
          onClick={() => session.files.dispatch({ type: 'took-theirs' })}
        >
          Take the other version
        </button>
      </div>
    </div>
  );
}
