import { CommentTools } from '@/lib/questions/client/comment-tools';
import type { Comment } from '@/lib/questions/question';
import { AuthorLine } from '@/lib/questions/ui/author-line';
import { PostBody } from '@/lib/questions/ui/post-body';
import styles from '@/lib/questions/ui/thread.module.css';

type Props = { path: string; comments: readonly Comment[] };

/** Remarks, oldest first; nothing when there are none. `path` of the thread. */
export const CommentList = ({ path, comments }: Props) =>
  comments.length === 0 ? null : (
    <ol className={styles.comments} aria-label="Comments">
      {comments.map((comment) => (
        <li key={comment.id} id={`comment-${comment.id}`}>
          {comment.isDeleted && (
            <p className={styles.deleted}>You deleted this comment. Nobody else sees it.</p>
          )}
          <PostBody html={comment.html} />
          <p>
            <span>
              <AuthorLine verb="Said" {...comment} />
            </span>
            {!comment.isDeleted && <a href={`${path}?comment=${comment.id}#comment-${comment.id}`}>Link</a>}
            {comment.isMine && <CommentTools id={comment.id} isDeleted={comment.isDeleted} />}
          </p>
        </li>
      ))}
    </ol>
  );
