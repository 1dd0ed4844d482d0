'use client';

import { BalancerChoice } from './balancer-choice';
import { QuestionsDialog } from './questions-dialog';
import { timeLeft } from './run-words';
import { useIsReady, useRun, useWorkspace } from './session-context';
import { ShortcutsSheet } from './shortcuts-sheet';
import { useNow } from './use-now';
import styles from './workspace.module.css';

export function TopBar() {
  const { session, scenario } = useWorkspace();
  const state = useRun((view) => view.state);
  const expiring = useRun((view) => view.expiring);
  const isReady = useIsReady();
  const now = useNow(isReady);
  const left = state?.kind === 'ready' ? timeLeft(state.expiresAt, now) : null;
  return (
    <div className={styles.topBar}>
      <h1 className={styles.title}>{scenario.title}</h1>
      <BalancerChoice />
      <div className={styles.topTools}>
        {left === null ? null : (
          <span className={expiring === null ? styles.left : styles.leftSoon}>
            {expiring === null ? left : `Ends in ${timeLeft(expiring.endsAt, now).replace(' left', '')}`}
          </span>
        )}
        <button
          type="button"
          className={styles.button}
          disabled={!isReady || expiring?.extendable === false}
          onClick={() => void session.extend()}
        >
          Extend
        </button>
        <button
          type="button"
          className={styles.button}
          disabled={!isReady}
          onClick={() => void session.end()}
        >
          End lab
        </button>
        <QuestionsDialog />
        <ShortcutsSheet />
      </div>
      {expiring === null ? null : (
        <p className="visually-hidden" role="alert">
          The lab ends soon.{' '}
          {expiring.extendable ? 'Press Extend to keep it.' : 'It cannot be extended further.'}
        </p>
      )}
    </div>
  );
}
