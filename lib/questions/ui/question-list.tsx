import type { ReactNode } from 'react';
import type { Place } from '../lesson-place';
import { questionPath, type QuestionSummary } from '../question';
import { AuthorLine } from './author-line';
import { ModuleLink } from './module-link';
import styles from './question-list.module.css';

export type Row = QuestionSummary & {
  /** The title with what a search found, or the title. */
  heading?: ReactNode;
  passage?: ReactNode;
  /** Where it hangs; left out where all are of one lesson. */
  place?: Place;
  /** Where its module's tag leads: the same list, of that module only. */
  moduleHref?: string;
};

const answersInWords = (count: number) =>
  count === 0 ? 'no answer' : count === 1 ? '1 answer' : `${count} answers`;

const hiddenWords = {
  held: 'waits for a moderator',
  moderated: 'hidden by a moderator',
  merged: 'merged into another question',
} as const;

/** What is to be said of a question of one's own that others do not see. */
const standing = ({ isDeleted, hidden }: Row) => (isDeleted ? 'deleted' : hidden && hiddenWords[hidden]);

/** Questions as links, each with its votes and answers. */
export const QuestionList = ({ rows }: { rows: readonly Row[] }) => (
  <ol className={styles.list}>
    {rows.map(({ heading, passage, place, moduleHref, ...row }) => (
      <li key={row.id}>
        <p className={styles.title}>
          <a href={questionPath(row)}>{heading ?? row.title}</a>
        </p>
        {passage && <p className={styles.passage}>{passage}</p>}
        <p className={styles.about}>
          <span>
            {row.votes} {row.votes === 1 ? 'vote' : 'votes'}
          </span>
          <span className={row.isSolved ? styles.solved : undefined}>
            {answersInWords(row.answerCount)}
            {row.isSolved && ', solved'}
          </span>
          {place && <span>{place.href ? <a href={place.href}>{place.title}</a> : place.title}</span>}
          {place?.module && <ModuleLink tag={place.module} {...(moduleHref && { href: moduleHref })} />}
          <span>{standing(row) ?? <AuthorLine verb="asked" {...row} />}</span>
        </p>
      </li>
    ))}
  </ol>
);
