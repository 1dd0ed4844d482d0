import { DeleteComment } from '@/lib/questions/client/delete-comment';
import type { Comment } from '@/lib/questions/question';
import { AuthorLine } from '@/lib/questions/ui/author-line';
import { PostBody } from '@/lib/questions/ui/post-body';
import styles from '@/lib/questions/ui/thread.module.css';

/** Remarks, oldest first; nothing when there are none. */
export const CommentList = ({ comments }: { comments: readonly Comment[] }) =>
  comments.length === 0 ? null : (
    <ol className={styles.comments} aria-label="Comments">
      {comments.map((comment) => (
        <li key={comment.id} id={`comment-${comment.id}`}>
          <PostBody html={comment.html} />
          <p>
            <span>
              <AuthorLine verb="Said" {...comment} />
            </span>
            {comment.isMine && <DeleteComment id={comment.id} />}
          </p>
        </li>
      ))}
    </ol>
  );
