'use client';

import { serverNames } from '@/labs/protocol/names';
import { formatMs } from '@/lib/labs/workspace/page-state';
import { lastSeconds } from '@/lib/labs/workspace/traffic-history';
import { useRun } from './session-context';
import styles from './traffic.module.css';

/** The charts' numbers as a table: the last ten seconds, newest first. */
export function TrafficTable() {
  const traffic = useRun((run) => run.traffic);
  const ms = (value: number | null) => (value === null ? '–' : formatMs(value));
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">
        Requests a second by server, failures and latency, newest first
      </caption>
      <thead>
        <tr>
          <th scope="col">Time</th>
          {serverNames.map((server) => (
            <th key={server} scope="col">
              {server}
            </th>
          ))}
          <th scope="col">failed</th>
          <th scope="col">p50</th>
          <th scope="col">p99</th>
        </tr>
      </thead>
      <tbody>
        {lastSeconds(traffic).map((row) => (
          <tr key={row.at}>
            <th scope="row">{new Date(row.at).toLocaleTimeString([], { hour12: false })}</th>
            {serverNames.map((server) => (
              <td key={server}>{row.served[server]}</td>
            ))}
            <td className={row.failed > 0 ? styles.failed : undefined}>
              {row.failed > 0 ? `✕ ${row.failed}` : '0'}
            </td>
            <td>{ms(row.p50Ms)}</td>
            <td>{ms(row.p99Ms)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
