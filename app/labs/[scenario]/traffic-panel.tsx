'use client';

import { serverNames } from '@/labs/protocol/names';
import { formatMs } from '@/lib/labs/workspace/page-state';
import { ServerMark } from '@/lib/ui/server-mark';
import { Panel } from './panel';
import { useRun } from './session-context';
import { TrafficChart } from './traffic-chart';
import { TrafficControls } from './traffic-controls';
import { TrafficTable } from './traffic-table';
import styles from './traffic.module.css';

export function TrafficPanel() {
  const point = useRun((run) => run.traffic.points.at(-1));
  const rate = (value: number | undefined) => (value === undefined ? '–' : `${Math.round(value)}/s`);
  const ms = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : formatMs(value);
  return (
    <Panel name="Traffic" tools={<TrafficControls />}>
      <div className={styles.legend}>
        {serverNames.map((server) => (
          <span key={server}>
            <ServerMark server={server} /> {server} <b>{rate(point?.perSecond[server])}</b>
          </span>
        ))}
        <span className={(point?.failed ?? 0) > 0 ? styles.failed : undefined}>
          ✕ failed <b>{rate(point?.failedPerSecond)}</b>
        </span>
      </div>
      <TrafficChart kind="rate" />
      <div className={styles.legend}>
        <span>
          p50 <b>{ms(point?.p50Ms)}</b>
        </span>
        <span>
          p99 <b>{ms(point?.p99Ms)}</b>
        </span>
        <span className={styles.note}>latency from the intended send time</span>
      </div>
      <TrafficChart kind="latency" />
      <details className={styles.details}>
        <summary>As a table</summary>
        <TrafficTable />
      </details>
    </Panel>
  );
}
