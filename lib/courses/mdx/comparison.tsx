import { useId, type ReactNode } from 'react';
import styles from './comparison.module.css';

/** A table that compares, with what it compares as its caption. */
export const Comparison = ({ caption, children }: { caption: string; children: ReactNode }) => {
  const id = useId();
  return (
    <figure className={styles.comparison}>
      <figcaption id={id} className={styles.caption}>
        {caption}
      </figcaption>
      <div className={styles.wide} role="region" aria-labelledby={id}>
        {children}
      </div>
    </figure>
  );
};
