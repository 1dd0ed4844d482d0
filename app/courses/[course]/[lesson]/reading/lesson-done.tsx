import buttons from '@/lib/ui/button.module.css';
import styles from './reading.module.css';

/** The end of a lesson. Both states stand in one place, so nothing moves when it is known which holds. */
export const LessonDone = () => (
  <section className={`${styles.done} no-print`} aria-label="Your reading" data-reading-end="">
    <div className={styles.states}>
      <p className={styles.open}>
        <button type="button" className={buttons.secondary} data-part="mark">
          Mark as read
        </button>
      </p>
      <p className={styles.read}>
        <span>
          Read on <span data-part="date" />
        </span>
        <button type="button" className={styles.quiet} data-part="undo">
          Undo
        </button>
      </p>
    </div>
    <p className={styles.ways}>
      <a href="/progress">Your progress</a>
      <button type="button" className={`${styles.quiet} ${styles.live}`} data-keys="">
        Keyboard shortcuts
      </button>
    </p>
    <p className={styles.status} role="status" data-part="status" />
  </section>
);
