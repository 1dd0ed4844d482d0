import { Children, isValidElement, type ReactElement, type ReactNode } from 'react';
import { AnswerForm } from './answer-form';
import { CheckFrame, CheckResult, verdictOf } from './check-frame';
import styles from './check.module.css';

/** `accept`: other wordings that count as this answer, separated by "|". */
type AnswerProps = { text: string; accept?: string; correct?: boolean; children: ReactNode };

/** An expected answer of a Blank, right or wrong, with its explanation. */
export const Answer = ({ text, accept, correct = false, children }: AnswerProps) => (
  <li data-text={text} data-accept={accept} data-correct={correct || undefined}>
    <p className={styles.part}>{text}</p>
    <div data-reason="">
      <p className={styles.verdict}>{verdictOf(correct)}</p>
      {children}
    </div>
  </li>
);

const isAnswer = (child: ReactNode): child is ReactElement<AnswerProps> =>
  isValidElement(child) && child.type === Answer;

/** A sentence with a gap, marked by ___. */
export const Blank = ({ question, children }: { question: string; children: ReactNode }) => {
  const [before, after] = question.split('___');
  const answers = Children.toArray(children).filter(isAnswer);
  const right = answers.filter(({ props }) => props.correct);
  const wrong = answers.filter(({ props }) => !props.correct);
  const shown = (
    <>
      {before}
      <span className={styles.gap}>
        <span className="visually-hidden">blank</span>
      </span>
      {after}
    </>
  );
  return (
    <CheckFrame kind="blank" question={question} shown={shown}>
      <AnswerForm label="What fills the gap" />
      <CheckResult />
      <details className={styles.solution} data-solution="">
        <summary>The answer, and what is close to it</summary>
        <ul className={styles.reason}>
          {right}
          {wrong}
        </ul>
      </details>
    </CheckFrame>
  );
};
