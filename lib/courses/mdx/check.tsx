import type { ReactNode } from 'react';
import { CheckFrame, CheckResult, verdictOf } from './check-frame';
import styles from './check.module.css';

/** Multiple choice. Choosing an option opens the reason why it is right or wrong. */
export const Check = ({ question, children }: { question: string; children: ReactNode }) => (
  <CheckFrame kind="choice" question={question}>
    {children}
    <CheckResult isHidden />
  </CheckFrame>
);

type OptionProps = { text: string; correct?: boolean; children: ReactNode };

export const Option = ({ text, correct = false, children }: OptionProps) => (
  <details className={styles.option} data-correct={correct || undefined}>
    <summary>{text}</summary>
    <div className={styles.reason}>
      <p className={styles.verdict}>{verdictOf(correct)}</p>
      {children}
    </div>
  </details>
);
