import type { Diagnostic } from '@/labs/protocol/diagnostics';
import styles from './editor.module.css';

const marks = { error: 'Error', warning: 'Warning', info: 'Note' } as const;

/** What the balancer's checker said, as text; a line can be jumped to. */
export function DiagnosticsList(props: {
  diagnostics: readonly Diagnostic[];
  onJump(file: string, line: number): void;
}) {
  if (props.diagnostics.length === 0) return null;
  return (
    <ul className={styles.diagnostics} aria-label="Messages of the balancer">
      {props.diagnostics.map((one, index) => (
        <li key={index}>
          <strong>{marks[one.severity]}</strong> <span className={styles.diagnosticFile}>{one.file}</span>{' '}
          {one.line === null ? null : (
            <button
              type="button"
              className={styles.jump}
              onClick={() => props.onJump(one.file, one.line ?? 1)}
            >
              line {one.line}
            </button>
          )}{' '}
          <span className={styles.message}>{one.message}</span>
        </li>
      ))}
    </ul>
  );
}
