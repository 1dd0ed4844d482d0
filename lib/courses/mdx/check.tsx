import type { ReactNode } from 'react';
import styles from './check.module.css';

/** A question to oneself. Choosing an option opens the reason why it is right or wrong. */
export const Check = ({ question, children }: { question: string; children: ReactNode }) => (
  <section className={styles.check} aria-label={`Check yourself: ${question}`}>
    <p className={styles.label}>Check yourself</p>
    <p className={styles.question}>{question}</p>
    {children}
  </section>
);

type OptionProps = { text: string; correct?: boolean; children: ReactNode };

export const Option = ({ text, correct = false, children }: OptionProps) => (
  <details className={styles.option}>
    <summary>{text}</summary>
    <div className={styles.reason}>
      <p className={styles.verdict}>{correct ? 'Right.' : 'Not this one.'}</p>
      {children}
    </div>
  </details>
);
