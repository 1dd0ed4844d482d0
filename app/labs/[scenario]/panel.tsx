import type { ReactNode } from 'react';
import styles from './workspace.module.css';

type PanelProps = {
  name: string;
  tools?: ReactNode;
  children: ReactNode;
  flush?: boolean;
  /** Nothing in it takes the focus: in a low window it is scrolled by keyboard itself. */
  isPicture?: boolean;
};

/** A region of the workspace: its name, its tools, its content. */
export function Panel(props: PanelProps) {
  return (
    <section className={styles.panel} aria-label={props.name}>
      <header className={styles.panelHead}>
        <h2 className={styles.panelName}>{props.name}</h2>
        {props.tools}
      </header>
      <div
        className={props.flush ? styles.panelFlush : styles.panelBody}
        {...(props.isPicture ? { tabIndex: 0, role: 'group', 'aria-label': props.name } : {})}
      >
        {props.children}
      </div>
    </section>
  );
}
