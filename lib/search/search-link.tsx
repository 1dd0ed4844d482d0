import { SearchLauncher } from './client/search-launcher';
import styles from './search-link.module.css';

/** The search's place in the header. Its picture is made on the server, so that no page carries code for it. */
export const SearchLink = () => (
  <SearchLauncher className={styles.launcher}>
    <svg width="15" height="15" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="m11 11 4 4" stroke="currentColor" strokeWidth="1.6" />
    </svg>
    <span className={styles.word}>Search</span>
    <kbd className={styles.keys} aria-hidden="true">
      Ctrl K
    </kbd>
  </SearchLauncher>
);
