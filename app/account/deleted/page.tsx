import type { Metadata } from 'next';
import buttons from '@/lib/ui/button.module.css';
import styles from '@/lib/ui/message-page.module.css';

export const metadata: Metadata = { title: 'Your account is deleted', robots: { index: false } };

const DeletedPage = () => (
  <div className={styles.page}>
    <h1>Your account is deleted</h1>
    <p>
      You are signed out everywhere. Lessons are there to read as before, without an account. Thank you for
      having been here.
    </p>
    <div className={styles.actions}>
      <a className={buttons.secondary} href="/courses/system-design-mastery">
        Go to the course
      </a>
    </div>
  </div>
);
export default DeletedPage;
