'use client';

import buttons from '@/lib/ui/button.module.css';
import styles from '@/lib/ui/message-page.module.css';

/** When a page fails. The digest is the number under which the server logged the cause. */
const ErrorPage = ({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) => (
  <div className={styles.page} role="alert">
    <h1>This page could not be shown</h1>
    <p>The fault is on our side, or the site has lost its database. What you saved is safe.</p>
    {error.digest && <p className={styles.code}>Incident {error.digest}</p>}
    <div className={styles.actions}>
      <button type="button" className={buttons.primary} onClick={reset}>
        Try again
      </button>
      <a className={buttons.secondary} href="/">
        Go to the front page
      </a>
    </div>
  </div>
);
export default ErrorPage;
