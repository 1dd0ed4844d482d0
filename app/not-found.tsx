import type { Metadata } from 'next';
import buttons from '@/lib/ui/button.module.css';
import styles from '@/lib/ui/message-page.module.css';

export const metadata: Metadata = { title: 'Not found' };

const NotFound = () => (
  <div className={styles.page}>
    <p className={styles.code}>404</p>
    <h1>No page has this address</h1>
    <p>It may have moved. The course page shows every lesson, and the search finds them by a word.</p>
    <div className={styles.actions}>
      <a className={buttons.primary} href="/courses/system-design-mastery">
        Go to the course
      </a>
      <a className={buttons.secondary} href="/labs">
        Go to the labs
      </a>
    </div>
  </div>
);
export default NotFound;
