import { Children, isValidElement, type ReactElement, type ReactNode } from 'react';
import { shuffleBy } from '../shuffle';
import { CheckFrame, CheckResult } from './check-frame';
import styles from './check.module.css';

type StepProps = { text: string; children: ReactNode };

/** One step of an Order, with the reason why it stands where it stands. */
export const Step = ({ text, children }: StepProps) => (
  <li>
    <p className={styles.part}>{text}</p>
    {children}
  </li>
);

const isStep = (child: ReactNode): child is ReactElement<StepProps> =>
  isValidElement(child) && child.type === Step;

/** Steps to be put in order. They are written in the right one and shown in another, the same at every visit. */
export const Order = ({ question, children }: { question: string; children: ReactNode }) => {
  const steps = Children.toArray(children).filter(isStep);
  const texts = steps.map(({ props }) => props.text);
  return (
    <CheckFrame kind="order" question={question}>
      <ol className={styles.steps} data-steps="">
        {shuffleBy(question, texts).map((text) => (
          <li key={text} data-place={texts.indexOf(text)}>
            <span>{text}</span>
            <span className={`${styles.moves} ${styles.scriptOnly}`}>
              <button type="button" data-move="-1" aria-label={`Move up: ${text}`}>
                ↑
              </button>
              <button type="button" data-move="1" aria-label={`Move down: ${text}`}>
                ↓
              </button>
            </span>
          </li>
        ))}
      </ol>
      <p className={`${styles.row} ${styles.scriptOnly}`}>
        <button type="button" className={styles.submit} data-submit="">
          Check the order
        </button>
      </p>
      <CheckResult />
      <details className={styles.solution} data-solution="">
        <summary>The right order, and why</summary>
        <ol className={styles.reason}>{steps}</ol>
      </details>
    </CheckFrame>
  );
};
