import { useId, type ReactNode } from 'react';
import styles from './comparison.module.css';

/** A table that compares; on a narrow screen it scrolls sideways, by keyboard too. */
export const Comparison = ({ caption, children }: { caption: string; children: ReactNode }) => {
  const id = useId();
  return (
    <figure className={styles.comparison}>
      <figcaption id={id} className={styles.caption}>
        {caption}
      </figcaption>
      <div className={styles.scroll} role="region" aria-labelledby={id} tabIndex={0}>
        {children}
      </div>
    </figure>
  );
};
