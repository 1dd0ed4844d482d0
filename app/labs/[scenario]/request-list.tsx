'use client';

import { memo } from 'react';
import type { RequestTrace } from '@/labs/protocol/requests';
import { formatMs } from '@/lib/labs/workspace/page-state';
import styles from './requests.module.css';
import { TraceServer, TraceStatus } from './trace-words';

/** Requests as they were measured, newest first. */
export function RequestList({ requests }: { requests: readonly RequestTrace[] }) {
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="Latest requests">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Id</th>
            <th scope="col">Path</th>
            <th scope="col">Server</th>
            <th scope="col">Status</th>
            <th scope="col" className={styles.number}>
              Time
            </th>
          </tr>
        </thead>
        <tbody>
          {requests.map((trace) => (
            <Row key={`${trace.origin}-${trace.id}`} trace={trace} />
          ))}
        </tbody>
      </table>
      {requests.length === 0 ? (
        <p className={styles.empty}>
          Turn on Traffic or send a request: each one shows here with the server that took it.
        </p>
      ) : null}
    </div>
  );
}

const Row = memo(function Row({ trace }: { trace: RequestTrace }) {
  return (
    <tr>
      <td className={styles.id} title={new Date(trace.at).toLocaleTimeString()}>
        {trace.id}
      </td>
      <td className={styles.path} title={`${trace.method} ${trace.path}`}>
        {trace.method === 'GET' ? '' : `${trace.method} `}
        {trace.path}
      </td>
      <td>
        <TraceServer server={trace.server} />
      </td>
      <td>
        <TraceStatus trace={trace} />
      </td>
      <td className={styles.number}>{formatMs(trace.latencyMs)}</td>
    </tr>
  );
});
