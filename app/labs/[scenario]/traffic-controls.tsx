'use client';

import { useState } from 'react';
import { useIsReady, useRun, useWorkspace } from './session-context';
import styles from './traffic.module.css';

const limits = { min: 1, max: 500 } as const;

/** The switch of the steady load and its rate. */
export function TrafficControls() {
  const { session } = useWorkspace();
  const settings = useRun((run) => run.settings);
  const isReady = useIsReady();
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? String(settings.rate);

  const commit = () => {
    if (draft === null) return;
    setDraft(null);
    const rate = Math.round(Number(draft));
    if (!Number.isFinite(rate) || draft.trim() === '') return;
    void session.setTraffic(settings.on, Math.min(limits.max, Math.max(limits.min, rate)));
  };

  return (
    <div className={styles.controls}>
      <button
        type="button"
        role="switch"
        aria-checked={settings.on}
        aria-label="Traffic"
        className={styles.switch}
        disabled={!isReady}
        onClick={() => void session.setTraffic(!settings.on, settings.rate)}
      >
        <span className={styles.knob} aria-hidden="true" />
      </button>
      <label className={styles.rate}>
        <span className="visually-hidden">Rate, requests per second</span>
        <input
          type="number"
          {...limits}
          step={1}
          value={shown}
          disabled={!isReady}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
          }}
        />
        <span aria-hidden="true">req/s</span>
      </label>
    </div>
  );
}
