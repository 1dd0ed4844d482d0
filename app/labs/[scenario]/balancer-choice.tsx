'use client';

import { Balancer } from '@/labs/protocol/names';
import { useFiles, useWorkspace } from './session-context';
import styles from './workspace.module.css';

const names: Record<Balancer, string> = { nginx: 'Nginx', haproxy: 'HAProxy' };

export function BalancerChoice() {
  const { session } = useWorkspace();
  const chosen = useFiles((state) => state.files.balancer);
  return (
    <fieldset className={styles.choice} role="radiogroup" aria-label="Balancer">
      {Balancer.options.map((balancer) => (
        <label key={balancer} className={styles.choiceOption}>
          <input
            type="radio"
            name="balancer"
            value={balancer}
            checked={chosen === balancer}
            onChange={() => session.files.dispatch({ type: 'chose-balancer', balancer })}
          />
          {names[balancer]}
        </label>
      ))}
    </fieldset>
  );
}
