import type { ReactNode } from 'react';
import styles from './callout.module.css';

const names = {
  note: 'Note',
  why: 'Why',
  pitfall: 'Pitfall',
  interview: 'In the interview',
  measured: 'Measured',
} as const;

type Props = { kind?: keyof typeof names; title?: string; children: ReactNode };

/** An aside. Its kind is said in words; colour only helps. */
export const Callout = ({ kind = 'note', title, children }: Props) => (
  <aside className={`${styles.callout} ${styles[kind]}`} aria-label={title ?? names[kind]}>
    <p className={styles.title}>
      <span className={styles.kind}>{names[kind]}</span>
      {title}
    </p>
    {children}
  </aside>
);
