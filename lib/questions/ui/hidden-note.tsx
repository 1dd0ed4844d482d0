import type { Hidden } from '../question';
import styles from './thread.module.css';

type Props = { kind: 'question' | 'answer' | 'comment'; hidden: Hidden };

/** Tells an author why nobody else sees a post, and what can be done. */
export const HiddenNote = ({ kind, hidden: { because, words } }: Props) => (
  <p className={styles.deleted}>
    {because === 'held'
      ? `This ${kind} waits for a moderator, because ${words}. Until then only you see it.`
      : `A moderator hid this: ${words}`}
    {because === 'moderated' &&
      kind !== 'comment' &&
      ' Only you see it. When you edit it, a moderator looks at it again.'}
  </p>
);
