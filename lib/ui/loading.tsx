import styles from './message-page.module.css';

/** While a page is rendered. It says so, and nothing jumps when the page arrives. */
export const Loading = () => (
  <div className={styles.page} role="status">
    <p className={styles.code}>Loading…</p>
  </div>
);
