'use client';

import { useState } from 'react';
import type { RequestTrace } from '@/labs/protocol/requests';
import { isFailed } from '@/lib/labs/workspace/run-view';
import { Panel } from './panel';
import { RequestComposer } from './request-composer';
import { RequestList } from './request-list';
import styles from './requests.module.css';
import { useRun } from './session-context';

export function RequestsPanel() {
  const live = useRun((run) => run.requests);
  const [frozen, setFrozen] = useState<readonly RequestTrace[] | null>(null);
  const [onlyFailed, setOnlyFailed] = useState(false);
  const requests = frozen ?? live;
  const shown = onlyFailed ? requests.filter(isFailed) : requests;
  return (
    <Panel
      name="Requests"
      flush
      tools={
        <div className={styles.tools}>
          <label className={styles.checkbox}>
            <input
              type="checkbox"
              checked={onlyFailed}
              onChange={(event) => setOnlyFailed(event.target.checked)}
            />
            failed only
          </label>
          <button
            type="button"
            className={styles.tool}
            aria-pressed={frozen !== null}
            onClick={() => setFrozen(frozen === null ? live : null)}
          >
            {frozen === null ? 'Pause list' : 'Resume list'}
          </button>
        </div>
      }
    >
      <div className={styles.columns}>
        <RequestList requests={shown} />
        <RequestComposer />
      </div>
    </Panel>
  );
}
