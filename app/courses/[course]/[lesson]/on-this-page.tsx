import type { Outline } from '@/lib/courses/course-schema';
import styles from './on-this-page.module.css';

/** The lesson's headings. From the first scrolling on, reading/follow-outline.ts marks the one that is being read. */
export const OnThisPage = ({ outline }: { outline: Outline }) => (
  <nav className={styles.outline} aria-label="On this page" data-outline="">
    <p className={styles.title}>On this page</p>
    <ol>
      {outline.map((heading) => (
        <li key={heading.id} className={heading.depth === 3 ? styles.deeper : undefined}>
          <a href={`#${heading.id}`}>{heading.text}</a>
        </li>
      ))}
    </ol>
  </nav>
);
