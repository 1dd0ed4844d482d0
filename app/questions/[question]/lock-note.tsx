import styles from '@/lib/questions/ui/thread.module.css';

/** Why a thread takes nothing any more but votes. */
export const LockNote = ({ because }: { because: string }) => (
  <p className={styles.locked}>
    A moderator locked this thread: {because} It takes votes, and no more answers, comments or edits.
  </p>
);
