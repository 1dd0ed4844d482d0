import type { RequestTrace } from '@/labs/protocol/requests';
import { isFailed } from '@/lib/labs/workspace/run-view';
import { ServerMark } from '@/lib/ui/server-mark';
import styles from './requests.module.css';

const errorWords: Record<NonNullable<RequestTrace['error']>, string> = {
  refused: 'refused',
  reset: 'reset',
  timeout: 'timeout',
  unreachable: 'unreachable',
  closed: 'closed',
  malformed: 'malformed answer',
  overload: 'not sent',
};

/** A request's outcome in one word; a failed one carries a mark, not colour alone. */
export function TraceStatus({ trace }: { trace: Pick<RequestTrace, 'status' | 'error'> }) {
  const words = trace.error === null ? String(trace.status ?? 'no answer') : errorWords[trace.error];
  if (!isFailed(trace)) return <>{words}</>;
  return (
    <span className={styles.failed}>
      <span aria-hidden="true">✕ </span>
      <span className="visually-hidden">failed: </span>
      {words}
    </span>
  );
}

export function TraceServer({ server }: { server: RequestTrace['server'] }) {
  if (server === null) return <span className={styles.muted}>none</span>;
  return (
    <span className={styles.server}>
      <ServerMark server={server} /> {server}
    </span>
  );
}
