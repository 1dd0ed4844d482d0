'use client';

import { BreakGroup } from './break-group';
import { Panel } from './panel';
import { useIsReady, useRun, useWorkspace } from './session-context';
import styles from './topology.module.css';
import { TopologyPicture } from './topology-picture';
import workspace from './workspace.module.css';

export function TopologyPanel() {
  const { session } = useWorkspace();
  const balancer = useRun((run) => run.balancer);
  const isReady = useIsReady();
  return (
    <Panel name="Topology" isPicture>
      {isReady && balancer.kind === 'down' ? (
        <div className={styles.down} role="alert">
          <p>The balancer is down: {balancer.reason}</p>
          <button type="button" className={workspace.primary} onClick={() => void session.restartBalancer()}>
            Restart balancer
          </button>
        </div>
      ) : null}
      <TopologyPicture />
      <BreakGroup />
    </Panel>
  );
}
