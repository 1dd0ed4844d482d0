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
    </nav>
    <div className={styles.tools}>
      <ThemeToggle />
      <ViewerLink />
    </div>
  </header>
);
