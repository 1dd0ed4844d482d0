import { FollowButton } from '@/lib/questions/client/follow-button';
import { isFollowing } from '@/lib/questions/is-following';
import styles from '@/lib/questions/ui/thread.module.css';

/** Whether one is told of what happens in this thread, for somebody who is signed in. */
export const FollowQuestion = async ({ question, viewerId }: { question: number; viewerId: string }) => (
  <p className={styles.follow}>
    <FollowButton question={question} isFollowing={await isFollowing(viewerId, question)} />
  </p>
);
