import { askHref, questionsHref } from '../place-links';
import type { LessonKey } from '../question';
import styles from './lesson-questions.module.css';
import { QuestionList, type Row } from './question-list';
import { SignInFirst, signInHref } from './sign-in-first';

type Props = {
  kind: 'lesson' | 'lab';
  place: LessonKey;
  rows: readonly Row[];
  /** Counted up to 1,000. */
  total: number;
  isSignedIn: boolean;
};

/** The inside of the section at the end of a lesson or a lab: what others asked, and the way to ask. */
export const PlaceQuestions = ({ kind, place, rows, total, isSignedIn }: Props) => (
  <>
    <h2>
      Questions on this {kind} <span className={styles.count}>{total >= 1000 ? 'over 1,000' : total}</span>
    </h2>
    {rows.length === 0 ? (
      <p>
        Nobody has asked about this {kind} yet. Be the first to ask: what is unclear to you is unclear to
        others.
      </p>
    ) : (
      <QuestionList rows={rows} />
    )}
    <div className={styles.ways}>
      {isSignedIn ? (
        <a href={askHref(place)}>Ask a question</a>
      ) : (
        <SignInFirst href={signInHref(askHref(place))} />
      )}
      {total > rows.length && <a href={questionsHref(place)}>All questions on this {kind}</a>}
    </div>
  </>
);
