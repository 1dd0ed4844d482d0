'use client';

import { formatMs } from '@/lib/labs/workspace/page-state';
import styles from './requests.module.css';
import { usePage } from './session-context';
import { TraceServer, TraceStatus } from './trace-words';

const lines = (headers: readonly (readonly [string, string])[]) =>
  headers.map(([name, value]) => `${name}: ${value}`).join('\n');

/** The last answer, as inert text: nothing in it is interpreted. */
export function ResponseView() {
  const response = usePage((page) => page.response);
  if (response === null) return null;
  const { seenByServer } = response;
  return (
    <div className={styles.response} role="group" aria-label="Answer" tabIndex={0}>
      <p>
        <TraceStatus trace={response} /> · <TraceServer server={response.server} /> ·{' '}
        {formatMs(response.latencyMs)} · {response.bytes} B
        {seenByServer === null ? '' : ` · connection ${seenByServer.connection} of that server`}
      </p>
      {response.headers.length === 0 && response.body === '' ? null : (
        <pre>
          {lines(response.headers)}
          {response.body === '' ? '' : `\n\n${response.body}`}
        </pre>
      )}
      {seenByServer === null ? null : (
        <details>
          <summary>What the server saw</summary>
          <pre>{`${response.method} ${seenByServer.path}\n${lines(seenByServer.headers)}`}</pre>
        </details>
      )}
    </div>
  );
}
