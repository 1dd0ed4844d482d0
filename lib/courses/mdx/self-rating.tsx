import styles from './self-rating.module.css';

/** How well the reader could have said it; shown once an answer is open. The lesson's reading script answers to the buttons. */
export const SelfRating = () => (
  <div className={`${styles.rating} no-print`} role="group" aria-label="Your own answer" data-no-notes="">
    <span className={styles.ask}>Your own answer:</span>
    <button type="button" data-rating="could" aria-pressed="false">
      Could say it
    </button>
    <button type="button" data-rating="nearly" aria-pressed="false">
      Nearly
    </button>
    <button type="button" data-rating="notYet" aria-pressed="false">
      Not yet
    </button>
    <span className={styles.status} role="status" data-rating-status="" />
  </div>
);
