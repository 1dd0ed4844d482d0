import type { ReactNode } from 'react';
import styles from './figure.module.css';

/** A diagram with a caption that can be understood without it. */
export const Figure = ({ caption, children }: { caption: string; children: ReactNode }) => (
  <figure className={styles.figure}>
    {children}
    <figcaption className={styles.caption}>{caption}</figcaption>
  </figure>
);
