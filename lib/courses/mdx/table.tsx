import type { ComponentProps } from 'react';
import styles from './table.module.css';

/** A table in the text. One that is wider than the column scrolls in its place, by keyboard too. */
export const Table = (props: ComponentProps<'table'>) => (
  <div className={styles.table} role="group" aria-label="Table" tabIndex={0}>
    <table {...props} />
  </div>
);
