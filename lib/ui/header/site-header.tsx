import { SearchLink } from '@/lib/search/search-link';
import { ServerMark } from '@/lib/ui/server-mark';
import styles from './header.module.css';
import { ThemeToggle } from './theme-toggle';
import { ViewerLink } from './viewer-link';

/** The header of every page. Its links load pages in full where a page has a policy of its own. */
export const SiteHeader = () => (
  <header className={styles.header}>
    <a className={styles.brand} href="/">
      <span className={styles.marks} aria-hidden="true">
        <ServerMark server="app1" />
        <ServerMark server="app2" />
        <ServerMark server="app3" />
      </span>
      <span>System Design Mastery</span>
    </a>
    <nav className={styles.nav} aria-label="Main">
      <a href="/courses/system-design-mastery">Course</a>
      <a href="/labs">Labs</a>
      <a href="/questions">Questions</a>
    </nav>
    <div className={styles.tools}>
      <a className={styles.progress} href="/progress">
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path
            d="M2 4.5l1.5 1.5L6 3M2 11.5L3.5 13 6 10M8.5 5H14M8.5 12H14"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
          />
        </svg>
        <span>Progress</span>
      </a>
      <SearchLink />
      <ThemeToggle className={styles.theme}>
        <span className="visually-hidden">Switch between light and dark</span>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />
        </svg>
      </ThemeToggle>
      <ViewerLink />
    </div>
  </header>
);
