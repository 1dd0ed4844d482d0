import { AcceptButton } from '@/lib/questions/client/accept-button';
import { CommentForm } from '@/lib/questions/client/comment-form';
import { PostTools } from '@/lib/questions/client/post-tools';
import { VoteButton } from '@/lib/questions/client/vote-button';
import { questionPath, type Answer, type Comment, type Question } from '@/lib/questions/question';
import { AuthorLine, nobody } from '@/lib/questions/ui/author-line';
import { PostBody } from '@/lib/questions/ui/post-body';
import styles from '@/lib/questions/ui/thread.module.css';
import { CommentList } from './comment-list';

type Props = { answer: Answer; question: Question; comments: readonly Comment[]; signIn: string | null };

/** An answer, with its votes, remarks and what its author and the asker can do with it. */
export const AnswerView = ({ answer, question, comments, signIn }: Props) => {
  const { id, isAccepted, isDeleted, isMine } = answer;
  return (
    <article
      className={styles.post}
      id={`answer-${id}`}
      aria-label={`Answer by ${answer.author ?? `a ${nobody}`}`}
    >
      <VoteButton kind="answer" {...answer} signIn={signIn} />
      <div>
        {answer.authorRole === 'mentor' && <p className={styles.mentor}>A mentor’s answer</p>}
        {isAccepted && <p className={styles.accepted}>✓ Accepted by the person who asked</p>}
        {isDeleted && <p className={styles.deleted}>You deleted this answer. Nobody else sees it.</p>}
        <PostBody html={answer.html} />
        <div className={styles.foot}>
          <span>
            <AuthorLine verb="Answered" {...answer} />
          </span>
          {!isDeleted && <a href={`${questionPath(question)}?answer=${id}#answer-${id}`}>Link</a>}
          {question.isMine && !isDeleted && !question.isDeleted && (
            <AcceptButton question={question.id} answer={id} isAccepted={isAccepted} />
          )}
          {isMine && <PostTools kind="answer" id={id} isDeleted={isDeleted} canDelete />}
        </div>
        <CommentList comments={comments} />
        {!signIn && !isDeleted && !question.isDeleted && <CommentForm question={question.id} answer={id} />}
      </div>
    </article>
  );
};
