import { useId, type ReactNode } from 'react';
import { getTerm } from '../reference/glossary';
import styles from './term.module.css';

/**
 * A word of the glossary. Its definition shows while the pointer or the keyboard is on it, which needs no JavaScript;
 * a tap follows the link.
 */
export const Term = ({ name, children }: { name: string; children: ReactNode }) => {
  const id = useId();
  const { slug, definition } = getTerm(name);
  return (
    <span className={styles.term} data-term="">
      <a className={styles.word} href={`/glossary#${slug}`} aria-describedby={id}>
        {children}
      </a>
      <span className={styles.definition} role="tooltip" id={id}>
        {definition}
      </span>
    </span>
  );
};
