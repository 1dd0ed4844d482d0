import styles from './tabs.module.css';

type Tab = { href: string; words: string; isCurrent: boolean };

/** Links to the views of a page, of which one is shown. */
export const Tabs = ({ label, tabs }: { label: string; tabs: readonly Tab[] }) => (
  <nav className={styles.tabs} aria-label={label}>
    <ul>
      {tabs.map(({ href, words, isCurrent }) => (
        <li key={href}>
          <a href={href} aria-current={isCurrent ? 'page' : undefined}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
