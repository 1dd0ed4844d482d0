import { FlagPost } from '@/lib/moderation/client/flag-post';
import { casePath } from '@/lib/moderation/post';
import { CommentTools } from '@/lib/questions/client/comment-tools';
import type { Comment } from '@/lib/questions/question';
import { AuthorLine } from '@/lib/questions/ui/author-line';
import { HiddenNote } from '@/lib/questions/ui/hidden-note';
import { PostBody } from '@/lib/questions/ui/post-body';
import styles from '@/lib/questions/ui/thread.module.css';

type Props = {
  /** Of the thread. */
  path: string;
  comments: readonly Comment[];
  /** Where to sign in; null: someone is signed in. Left out where comments are only read. */
  signIn?: string | null;
  moderates?: boolean;
};

/** Remarks, oldest first; nothing when there are none. */
export const CommentList = ({ path, comments, signIn, moderates = false }: Props) =>
  comments.length === 0 ? null : (
    <ol className={styles.comments} aria-label="Comments">
      {comments.map((comment) => (
        <li key={comment.id} id={`comment-${comment.id}`}>
          {comment.hidden && <HiddenNote kind="comment" hidden={comment.hidden} />}
          {comment.isDeleted && (
            <p className={styles.deleted}>You deleted this comment. Nobody else sees it.</p>
          )}
          <PostBody html={comment.html} />
          <div>
            <span>
              <AuthorLine verb="Said" {...comment} />
            </span>
            {!comment.isDeleted && !comment.hidden && (
              <a href={`${path}?comment=${comment.id}#comment-${comment.id}`}>Link</a>
            )}
            {comment.isMine && <CommentTools id={comment.id} isDeleted={comment.isDeleted} />}
            {!comment.isMine && signIn !== undefined && (
              <FlagPost kind="comment" id={comment.id} signIn={signIn} />
            )}
            {moderates && <a href={casePath({ kind: 'comment', id: comment.id })}>Moderate</a>}
          </div>
        </li>
      ))}
    </ol>
  );
