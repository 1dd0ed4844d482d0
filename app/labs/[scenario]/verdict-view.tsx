import { formatMs } from '@/lib/labs/workspace/page-state';
import type { TaskStanding } from '@/lib/labs/workspace/run-view';
import type { Prediction } from '@/labs/protocol/tasks';
import { InlineText } from './plain-text';
import styles from './tasks.module.css';
import { TraceServer, TraceStatus } from './trace-words';

/** What a check found: the evidence, the request that went wrong, and prediction and measurement side by side. */
export function VerdictView(props: { standing: TaskStanding; prediction: Prediction | null }) {
  const { verdict, prediction } = props.standing;
  const trace = verdict.counterExample;
  const optionText = (id: string) => props.prediction?.options.find((one) => one.id === id)?.text ?? id;
  return (
    <div className={verdict.ok ? styles.passed : styles.notPassed}>
      <p className={styles.verdictWord}>{verdict.ok ? '✓ Passed' : 'Not yet'}</p>
      <p>
        <InlineText text={verdict.evidence} />
      </p>
      {trace === null ? null : (
        <dl className={styles.counter}>
          <dt>Request</dt>
          <dd>
            <code>
              {trace.method} {trace.path}
            </code>
          </dd>
          <dt>Server</dt>
          <dd>
            <TraceServer server={trace.server} />
          </dd>
          <dt>Got</dt>
          <dd>
            <TraceStatus trace={trace} /> after {formatMs(trace.latencyMs)}
          </dd>
          {verdict.expected === null ? null : (
            <>
              <dt>Expected</dt>
              <dd>
                <InlineText text={verdict.expected} />
              </dd>
            </>
          )}
        </dl>
      )}
      {trace === null && verdict.expected !== null ? (
        <p>
          Expected: <InlineText text={verdict.expected} />
        </p>
      ) : null}
      {verdict.failedRequests === null ? null : (
        <p>
          Failed requests: <strong>{verdict.failedRequests}</strong> (goal: 0)
        </p>
      )}
      {prediction === null ? null : (
        <dl className={styles.counter}>
          <dt>You predicted</dt>
          <dd>{optionText(prediction.predicted)}</dd>
          <dt>Measured</dt>
          <dd>
            {optionText(prediction.observed)}
            {prediction.predicted === prediction.observed ? ' (as predicted)' : ''}
          </dd>
          <dt>Why</dt>
          <dd>
            <InlineText text={prediction.explanation} />
          </dd>
        </dl>
      )}
    </div>
  );
}
