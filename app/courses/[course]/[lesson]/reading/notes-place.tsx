import styles from './reading.module.css';

/** Where the reader's notes are listed. It is closed at first and has its height already, so notes that arrive move nothing. */
export const NotesPlace = () => (
  <details className={`${styles.notes} ${styles.live} no-print`} data-notes="">
    <summary>
      Your notes <span data-notes-count="" />
    </summary>
    <div data-notes-list="" />
  </details>
);
