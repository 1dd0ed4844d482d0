'use client';

import { isDirty, sameSet } from '@/lib/labs/workspace/files-state';
import { useFiles, usePage } from './session-context';
import styles from './editor.module.css';

/** How far the edits have come: saved on the site, and served by the balancer. */
export function SaveState() {
  const dirty = useFiles(isDirty);
  const problem = useFiles((state) => state.problem);
  const files = useFiles((state) => state.files);
  const served = usePage((page) => page.served);
  const isServed =
    served !== null && served.balancer === files.balancer && sameSet(served.files, files[files.balancer]);
  const saved = problem !== null ? `Not saved: ${problem}` : dirty ? 'Saving…' : 'Saved';
  return (
    <span className={styles.saveState}>
      {saved}
      {served !== null && !isServed ? ' · not applied yet' : ''}
    </span>
  );
}
