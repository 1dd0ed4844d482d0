import { AcceptButton } from '@/lib/questions/client/accept-button';
import { CommentForm } from '@/lib/questions/client/comment-form';
import { PostTools } from '@/lib/questions/client/post-tools';
import { VoteButton } from '@/lib/questions/client/vote-button';
import { questionPath, type Answer, type Comment, type Question } from '@/lib/questions/question';
import { AuthorLine } from '@/lib/questions/ui/author-line';
import { PostBody } from '@/lib/questions/ui/post-body';
import styles from '@/lib/questions/ui/thread.module.css';
import { CommentList } from './comment-list';
import { historyHref } from './history/links';

type Props = { answer: Answer; question: Question; comments: readonly Comment[]; signIn: string | null };

/** An answer, with its votes, remarks and what its author and the asker can do with it. */
export const AnswerView = ({ answer, question, comments, signIn }: Props) => {
  const { id, isAccepted, isDeleted, isMine } = answer;
  const path = questionPath(question);
  return (
    <article
      className={styles.post}
      id={`answer-${id}`}
      aria-label={`Answer by ${answer.author ?? 'a deleted account'}`}
    >
      <VoteButton kind="answer" {...answer} signIn={signIn} />
      <div>
        {isAccepted && <p className={styles.accepted}>✓ Accepted by the person who asked</p>}
        {isDeleted && <p className={styles.deleted}>You deleted this answer. Nobody else sees it.</p>}
        <PostBody html={answer.html} />
        <div className={styles.foot}>
          <span>
            <AuthorLine verb="Answered" {...answer} />
            {answer.editedAt && (
              <>
                {' · '}
                <a href={historyHref({ question, answer: id }, {})}>history</a>
              </>
            )}
          </span>
          {!isDeleted && <a href={`${path}?answer=${id}#answer-${id}`}>Link</a>}
          {question.isMine && !isDeleted && !question.isDeleted && (
            <AcceptButton question={question.id} answer={id} isAccepted={isAccepted} />
          )}
          {isMine && <PostTools kind="answer" id={id} isDeleted={isDeleted} canDelete />}
        </div>
        <CommentList path={path} comments={comments} />
        {!signIn && !isDeleted && !question.isDeleted && <CommentForm question={question.id} answer={id} />}
      </div>
    </article>
  );
};
