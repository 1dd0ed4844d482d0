import type { ReactNode } from 'react';
import styles from './takeaways.module.css';

/** What to remember. */
export const Takeaways = ({ children }: { children: ReactNode }) => (
  <section className={styles.takeaways} aria-label="To remember">
    <p className={styles.label}>To remember</p>
    {children}
  </section>
);
