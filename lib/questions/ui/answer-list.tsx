import type { AnswerSummary } from '../list-by-author';
import { questionPath } from '../question';
import styles from './question-list.module.css';

type Row = AnswerSummary & {
  /** The lesson's name. */
  place: string;
};

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** Answers of one person, by the question they are under; each link leads to the answer itself. */
export const AnswerList = ({ rows }: { rows: readonly Row[] }) => (
  <ol className={styles.list}>
    {rows.map(({ id, questionId, title, place, votes, isAccepted, createdAt }) => (
      <li key={id}>
        <p className={styles.title}>
          <a href={`${questionPath({ id: questionId, title })}?answer=${id}#answer-${id}`}>{title}</a>
        </p>
        <p className={styles.about}>
          <span>
            {votes} {votes === 1 ? 'vote' : 'votes'}
          </span>
          {isAccepted && <span className={styles.solved}>accepted</span>}
          <span>{place}</span>
          <span>
            answered on <time dateTime={createdAt}>{day.format(new Date(createdAt))}</time>
          </span>
        </p>
      </li>
    ))}
  </ol>
);
