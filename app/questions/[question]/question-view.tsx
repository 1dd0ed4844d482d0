import { FlagPost } from '@/lib/moderation/client/flag-post';
import { casePath } from '@/lib/moderation/post';
import { CommentForm } from '@/lib/questions/client/comment-form';
import { PostTools } from '@/lib/questions/client/post-tools';
import { VoteButton } from '@/lib/questions/client/vote-button';
import { questionPath, type Comment, type Question } from '@/lib/questions/question';
import { AuthorLine } from '@/lib/questions/ui/author-line';
import { HiddenNote } from '@/lib/questions/ui/hidden-note';
import { PostBody } from '@/lib/questions/ui/post-body';
import styles from '@/lib/questions/ui/thread.module.css';
import { CommentList } from './comment-list';
import { historyHref } from './history/links';

type Props = {
  question: Question;
  comments: readonly Comment[];
  signIn: string | null;
  /** Whether the viewer looks after what people write. */
  moderates: boolean;
};

/** What was asked, with its votes, remarks and what its author can do with it. */
export const QuestionView = ({ question, comments, signIn, moderates }: Props) => {
  const { id, isDeleted, isMine, hidden, locked } = question;
  const isShown = !isDeleted && !hidden;
  return (
    <article className={styles.post} id="question">
      <VoteButton kind="question" {...question} signIn={signIn} />
      <div>
        {isDeleted && <p className={styles.deleted}>You deleted this question. Nobody else sees it.</p>}
        {hidden && <HiddenNote kind="question" hidden={hidden} />}
        <PostBody html={question.html} />
        <div className={styles.foot}>
          <span>
            <AuthorLine verb="Asked" {...question} />
            {question.editedAt && (
              <>
                {' · '}
                <a href={historyHref({ question, answer: null }, {})}>history</a>
              </>
            )}
          </span>
          {isMine && (
            <PostTools
              kind="question"
              id={id}
              isDeleted={isDeleted}
              canDelete={question.answerCount === 0}
              canEdit={!locked}
            />
          )}
          {!isMine && isShown && <FlagPost kind="question" id={id} signIn={signIn} />}
          {moderates && <a href={casePath({ kind: 'question', id })}>Moderate</a>}
        </div>
        <CommentList
          path={questionPath(question)}
          comments={comments.filter((comment) => comment.answerId === null)}
          signIn={signIn}
          moderates={moderates}
        />
        {!signIn && isShown && !locked && <CommentForm question={id} answer={null} />}
      </div>
    </article>
  );
};
