import { actsFor } from '@/lib/moderation/acts-for';
import { isButtonAct } from '@/lib/moderation/act-buttons';
import type { Case } from '@/lib/moderation/case';
import { CaseFrame } from '@/lib/moderation/client/case-frame';
import { recordInWords, reportsInWords, suggestionsFor } from '@/lib/moderation/in-words';
import type { Moderator } from '@/lib/moderation/moderator';
import { casePath, personPath } from '@/lib/moderation/post';
import { flagReasons } from '@/lib/moderation/reasons';
import styles from '@/lib/moderation/ui/case.module.css';
import { PostBody } from '@/lib/questions/ui/post-body';
import { MomentText } from '@/lib/ui/moment-text';

type Props = {
  post: Case;
  moderator: Moderator;
  nowMs: number;
  /** On the author's own page their record, and the button that suspends them, stand above. */
  isOnPersonPage?: boolean;
};

const kindWords = { question: 'Question', answer: 'Answer to', comment: 'Comment on' } as const;

const Standing = ({ hidden, isDeleted, flags }: Case) => (
  <>
    {hidden?.because === 'held' && <span className={styles.why}>Held: {hidden.words}</span>}
    {hidden?.because === 'moderated' && <span className={styles.why}>Hidden: {hidden.words}</span>}
    {hidden?.because === 'merged' && <span className={styles.why}>Merged into another question</span>}
    {flags.length > 0 && <span className={styles.why}>{reportsInWords(flags)}</span>}
    {isDeleted && <span className={styles.why}>Deleted by its author</span>}
  </>
);

const Author = ({ author, nowMs }: { author: Case['author']; nowMs: number }) =>
  author ? (
    <>
      <span>
        by <a href={personPath(author.id)}>{author.name}</a>
      </span>
      {recordInWords(author, nowMs).map((phrase) => (
        <span key={phrase}>{phrase}</span>
      ))}
    </>
  ) : (
    <span>by a deleted account</span>
  );

/** A post as moderators see it: why it waits, what it says, who wrote it, who reported it, and what can be done. */
export const CaseView = ({ post, moderator, nowMs, isOnPersonPage = false }: Props) => {
  const { kind, id, question, flags, author } = post;
  const isOwn = author?.id === moderator.id;
  const subject = {
    kind,
    id,
    question: { id: question.id, title: question.title },
    mergedInto: post.mergedIntoTitle,
    seen: Math.max(0, ...flags.map((flag) => flag.id)),
    ...suggestionsFor(post),
    author: author && { id: author.id, name: author.name },
  };
  const acts = actsFor(post, moderator)
    .filter(isButtonAct)
    .filter((act) => !isOnPersonPage || act !== 'suspend');
  return (
    <CaseFrame
      subject={subject}
      acts={acts}
      heading={
        <>
          {kindWords[kind]} <a href={casePath({ kind, id })}>{question.title}</a>
        </>
      }
    >
      <p className={styles.facts}>
        <Standing {...post} />
        <span>
          {post.editedAt ? 'edited' : 'posted'} <MomentText at={post.editedAt ?? post.postedAt} />
        </span>
        {post.href && (
          <a href={post.href} target="_blank" rel="noopener" data-key="o">
            Open the thread<span className="visually-hidden"> (opens in a new tab)</span>
          </a>
        )}
      </p>
      <div className={styles.text} tabIndex={0} role="region" aria-label={`What the ${kind} says`}>
        <PostBody html={post.html} />
        {post.html === '' && <p className={styles.facts}>No details: all is in the title.</p>}
      </div>
      {!isOnPersonPage && (
        <p className={styles.facts}>
          <Author author={author} nowMs={nowMs} />
        </p>
      )}
      {post.hosts.length > 0 && <p className={styles.facts}>Links lead to {post.hosts.join(', ')}</p>}
      {flags.length > 0 && (
        <ul className={styles.reports} aria-label="Reports">
          {flags.map((flag) => (
            <li key={flag.id}>
              {flag.reporter ?? 'A deleted account'}: {flagReasons[flag.reason].short}
              {flag.words && `, “${flag.words}”`}
            </li>
          ))}
        </ul>
      )}
      {isOwn && moderator.role !== 'admin' && (
        <p className={styles.facts}>You wrote this. Another moderator decides on it.</p>
      )}
    </CaseFrame>
  );
};
