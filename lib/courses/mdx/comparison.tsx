import { Children, cloneElement, isValidElement, useId, type ReactNode } from 'react';
import styles from './comparison.module.css';
import { Table } from './table';

/** A table that compares, with what it compares as its caption. */
export const Comparison = ({ caption, children }: { caption: string; children: ReactNode }) => {
  const id = useId();
  return (
    <figure className={styles.comparison}>
      <figcaption className={styles.caption}>
        <span id={id}>{caption}</span>
        <span className={styles.hint}>The table is wider than the screen; scroll it sideways.</span>
      </figcaption>
      <div className={styles.wide}>
        {Children.map(children, (child) =>
          isValidElement<{ labelledBy?: string }>(child) && child.type === Table
            ? cloneElement(child, { labelledBy: id })
            : child,
        )}
      </div>
    </figure>
  );
};
