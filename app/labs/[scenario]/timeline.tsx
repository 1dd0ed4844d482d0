'use client';

import styles from './requests.module.css';
import { useRun } from './session-context';

const time = (at: number) => new Date(at).toLocaleTimeString([], { hour12: false });

/** What was done and what happened, newest first. */
export function Timeline() {
  const timeline = useRun((run) => run.timeline);
  return (
    <div className={styles.log} tabIndex={0} role="group" aria-label="Timeline">
      {timeline.length === 0 ? <p className={styles.empty}>What happens in this run shows here.</p> : null}
      <ol className={styles.timeline} reversed>
        {timeline.toReversed().map((event, index) => (
          <li key={`${event.at}-${index}`}>
            <span className={styles.muted}>{time(event.at)}</span> {event.text}
          </li>
        ))}
      </ol>
    </div>
  );
}
