'use client';

import { usePage } from './session-context';
import styles from './workspace.module.css';

/** The page's live region: what the last action came to. */
export function StatusLine() {
  const status = usePage((page) => page.status);
  return (
    <p className={styles.status} role="status" data-tone={status?.tone}>
      {status === null ? (
        ''
      ) : (
        <span key={status.count}>
          {status.tone === 'error' ? <span aria-hidden="true">! </span> : null}
          {status.text}
        </span>
      )}
    </p>
  );
}
