import { FlagPost } from '@/lib/moderation/client/flag-post';
import { casePath } from '@/lib/moderation/post';
import { AcceptButton } from '@/lib/questions/client/accept-button';
import { CommentForm } from '@/lib/questions/client/comment-form';
import { PostTools } from '@/lib/questions/client/post-tools';
import { VoteButton } from '@/lib/questions/client/vote-button';
import { questionPath, type Answer, type Comment, type Question } from '@/lib/questions/question';
import { AuthorLine, nobody } from '@/lib/questions/ui/author-line';
import { HiddenNote } from '@/lib/questions/ui/hidden-note';
import { PostBody } from '@/lib/questions/ui/post-body';
import styles from '@/lib/questions/ui/thread.module.css';
import { CommentList } from './comment-list';
import { historyHref } from './history/links';

type Props = {
  answer: Answer;
  question: Question;
  comments: readonly Comment[];
  signIn: string | null;
  /** Whether the viewer looks after what people write. */
  moderates: boolean;
};

/** An answer, with its votes, remarks and what its author and the asker can do with it. */
export const AnswerView = ({ answer, question, comments, signIn, moderates }: Props) => {
  const { id, isAccepted, isDeleted, isMine, hidden } = answer;
  const path = questionPath(question);
  const isShown = !isDeleted && !hidden;
  const isOpen = !question.isDeleted && !question.hidden && !question.locked;
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
        {hidden && <HiddenNote kind="answer" hidden={hidden} />}
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
          {isShown && <a href={`${path}?answer=${id}#answer-${id}`}>Link</a>}
          {question.isMine && isShown && isOpen && (
            <AcceptButton question={question.id} answer={id} isAccepted={isAccepted} />
          )}
          {isMine && (
            <PostTools kind="answer" id={id} isDeleted={isDeleted} canDelete canEdit={!question.locked} />
          )}
          {!isMine && isShown && <FlagPost kind="answer" id={id} signIn={signIn} />}
          {moderates && <a href={casePath({ kind: 'answer', id })}>Moderate</a>}
        </div>
        <CommentList path={path} comments={comments} signIn={signIn} moderates={moderates} />
        {!signIn && isShown && isOpen && <CommentForm question={question.id} answer={id} />}
      </div>
    </article>
  );
};
