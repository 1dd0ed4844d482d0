import { actInWords, actOnPost } from '@/lib/moderation/acts';
import { UndoHiding } from '@/lib/moderation/client/undo-hiding';
import type { AuditLine } from '@/lib/moderation/list-audit';
import { casePath, personPath } from '@/lib/moderation/post';
import styles from '@/lib/moderation/ui/queue.module.css';
import { MomentText } from '@/lib/ui/moment-text';

const Person = ({ of }: { of: AuditLine['person'] }) =>
  of === null ? 'Somebody' : <a href={personPath(of.id)}>{of.name ?? 'a deleted account'}</a>;

const kindWords = { question: 'the question', answer: 'an answer to', comment: 'a comment on' } as const;

const Line = ({ line }: { line: AuditLine }) => {
  const { actor, action, post, person, reason, into, hidden, role } = line;
  return (
    <li>
      <p>
        {actor ? <Person of={actor} /> : 'The person who runs the site'}{' '}
        {role
          ? `made the account a ${role.to} instead of a ${role.from}`
          : action
            ? (post ? actOnPost : actInWords)[action]
            : line.name}
        {post && (
          <>
            {' '}
            {kindWords[post.kind]}{' '}
            <a href={casePath(post)}>{post.title ?? `number ${post.questionId}, which is gone`}</a>
          </>
        )}
        {into !== null && (
          <>
            {' '}
            {action === 'unmerge' ? 'of' : 'into'}{' '}
            <a href={casePath({ kind: 'question', id: into })}>question {into}</a>
          </>
        )}
        {person && (
          <>
            {post ? ', by ' : ': '}
            <Person of={person} />
          </>
        )}
        {hidden && `, and hid ${hidden.posts === 1 ? 'a post' : `${hidden.posts} posts`} of the last day`}
      </p>
      <p className={styles.when}>
        {reason && `“${reason}” · `}
        <MomentText at={line.at} />
      </p>
      {hidden?.canUndo && <UndoHiding entry={line.id} posts={hidden.posts} />}
    </li>
  );
};

/** What was done, by whom, to what and why. */
export const AuditList = ({ lines }: { lines: readonly AuditLine[] }) => (
  <ol className={styles.trail}>
    {lines.map((line) => (
      <Line key={line.id} line={line} />
    ))}
  </ol>
);
