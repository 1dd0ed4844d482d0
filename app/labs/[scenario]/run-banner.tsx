'use client';

import { runWords } from './run-words';
import { usePage, useRun, useWorkspace } from './session-context';
import { useNow } from './use-now';
import styles from './workspace.module.css';

/** Where the lab stands, in words, with the one thing to do about it. Absent while the lab simply runs. */
export function RunBanner() {
  const { session } = useWorkspace();
  const connection = usePage((page) => page.connection);
  const run = usePage((page) => page.run);
  const isStarting = usePage((page) => page.isStarting);
  const problem = usePage((page) => page.startProblem);
  const state = useRun((view) => view.state);
  const now = useNow(connection.kind === 'waiting');
  const words = runWords(connection, state, run !== null, now);
  if (words === null) return null;
  const { action } = words;
  return (
    <div className={styles.banner}>
      <p role="status">
        {words.isBusy || isStarting ? <span className={styles.busy} aria-hidden="true" /> : null}
        {isStarting ? 'Starting your lab…' : (problem ?? words.text)}
      </p>
      <div className={styles.bannerActions}>
        {action === 'start' ? (
          <button
            type="button"
            className={styles.primary}
            disabled={isStarting}
            onClick={() => void session.start()}
          >
            Start lab
          </button>
        ) : null}
        {action === 'resume' ? (
          <button
            type="button"
            className={styles.primary}
            disabled={isStarting}
            onClick={() => void session.start()}
          >
            Resume
          </button>
        ) : null}
        {action === 'replace' ? (
          <button
            type="button"
            className={styles.primary}
            disabled={isStarting}
            onClick={() => void session.start(true)}
          >
            End the other lab and start this one
          </button>
        ) : null}
        {state?.kind === 'ended' && run !== null ? (
          <a className={styles.button} href={`/questions/ask?run=${run}`}>
            Ask about this run
          </a>
        ) : null}
        {action === 'reconnect' || action === 'here' ? (
          <button type="button" className={styles.button} onClick={() => session.reconnect()}>
            {action === 'here' ? 'Use it here' : 'Reconnect now'}
          </button>
        ) : null}
      </div>
    </div>
  );
}
