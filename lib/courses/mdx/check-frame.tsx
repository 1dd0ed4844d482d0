import type { ReactNode } from 'react';
import type { CheckKind } from '../enhance/check-event';
import styles from './check.module.css';
import { questionId } from './question-id';

const calls: Record<CheckKind, string> = {
  choice: 'choose one',
  order: 'put in order',
  blank: 'fill the gap',
  estimate: 'estimate',
};

type Props = { kind: CheckKind; question: string; shown?: ReactNode; children: ReactNode };

/**
 * A question to oneself. It is whole without JavaScript, by `details`; lib/courses/enhance makes it answerable when it comes
 * near. `question` is plain text and gives the id, `shown` replaces it on the page.
 */
export const CheckFrame = ({ kind, question, shown = question, children }: Props) => (
  <section
    className={styles.check}
    id={questionId(question)}
    data-check={kind}
    aria-label={`Check yourself: ${question.replace('___', 'blank')}`}
  >
    <p className={styles.label}>
      <span data-call="">Check yourself</span>: {calls[kind]}
    </p>
    <p className={styles.question}>{shown}</p>
    {children}
  </section>
);

/** Where the result is said, also to screen readers: it must stand in the page before it is filled. */
export const CheckResult = ({ isHidden = false }: { isHidden?: boolean }) => (
  <div className={isHidden ? 'visually-hidden' : styles.result} role="status" data-result="" />
);

export const verdictOf = (isCorrect: boolean) => (isCorrect ? 'Right.' : 'Not this one.');
