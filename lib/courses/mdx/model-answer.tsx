import type { ReactNode } from 'react';
import styles from './model-answer.module.css';
import { questionId } from './question-id';
import { SelfRating } from './self-rating';

type Props = {
  question: string;
  /** What stands at its end, by its id. */
  foot?: (id: string) => ReactNode;
  children: ReactNode;
};

/** An interview question with answers by level, each closed until the reader has tried. */
export const ModelAnswer = ({ question, foot, children }: Props) => (
  <section className={styles.answer} id={questionId(question)} aria-label={question} data-answer="">
    <p className={styles.question}>{question}</p>
    {children}
    <SelfRating />
    {foot?.(questionId(question))}
  </section>
);

/** One level's answer. `name` is the level's name, for example Senior. */
export const Level = ({ name, children }: { name: string; children: ReactNode }) => (
  <details className={styles.level}>
    <summary>
      <span className={styles.name}>{name}</span>
      <span className={styles.hint}>model answer</span>
    </summary>
    <div className={styles.text}>{children}</div>
  </details>
);

/** What an interviewer asks next, and the answer. */
export const FollowUp = ({ question, children }: { question: string; children: ReactNode }) => (
  <details className={styles.level}>
    <summary>
      <span className={styles.next}>Follow-up</span>
      {question}
    </summary>
    <div className={styles.text}>{children}</div>
  </details>
);
