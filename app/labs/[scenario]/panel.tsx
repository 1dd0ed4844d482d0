import type { ReactNode } from 'react';
import styles from './workspace.module.css';

/** A region of the workspace: its name, its tools, its content. */
export function Panel(props: { name: string; tools?: ReactNode; children: ReactNode; flush?: boolean }) {
  return (
    <section className={styles.panel} aria-label={props.name}>
      <header className={styles.panelHead}>
        <h2 className={styles.panelName}>{props.name}</h2>
        {props.tools}
      </header>
      <div className={props.flush ? styles.panelFlush : styles.panelBody}>{props.children}</div>
    </section>
  );
}
