import { casePath } from '@/lib/moderation/post';
import type { MergedQuestion } from '@/lib/questions/question';
import { AuthorLine } from '@/lib/questions/ui/author-line';
import { PostBody } from '@/lib/questions/ui/post-body';
import styles from '@/lib/questions/ui/thread.module.css';
import { CommentList } from './comment-list';

/** `path` of the thread. */
type Props = { merged: readonly MergedQuestion[]; moderates: boolean; path: string };

/** Questions that were merged into this one, each with its own words and the comments on them. Their answers are below. */
export const MergedQuestions = ({ merged, moderates, path }: Props) =>
  merged.map((question) => (
    <details key={question.id} className={styles.merged} id={`merged-${question.id}`}>
      <summary>Merged from: “{question.title}”</summary>
      <PostBody html={question.html} />
      <p className={styles.foot}>
        <span>
          <AuthorLine verb="Asked" {...question} />
        </span>
        {moderates && <a href={casePath({ kind: 'question', id: question.id })}>Moderate</a>}
      </p>
      <CommentList path={path} comments={question.comments} />
    </details>
  ));
