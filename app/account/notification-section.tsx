import type { Viewer } from '@/lib/accounts/viewer';
import { findDigest, type DigestStanding } from '@/lib/notifications/digest/find-digest';
import styles from '@/lib/ui/narrow-page.module.css';
import { DigestChoice } from './digest-choice';

const obstacles: Record<NonNullable<DigestStanding['obstacle']>, string> = {
  site: 'This site sends no mail, so you are told here only.',
  'no-address': 'You have no address yet, so you are told here only. Add one to get mail.',
  unproven: 'Mail goes to proven addresses only: confirm yours first.',
};

/** How one is told of what happens in questions. */
export const NotificationSection = async ({ viewer }: { viewer: Viewer }) => {
  const { digest, obstacle } = await findDigest(viewer.id);
  return (
    <section className={styles.section} id="mail">
      <h2>Notifications</h2>
      <p>
        What happens in <a href="/questions?tab=following">questions that you follow</a> stands under{' '}
        <a href="/notifications">Notifications</a>. {obstacle && obstacles[obstacle]}
      </p>
      {(obstacle === null || obstacle === 'unproven') && <DigestChoice digest={digest} />}
    </section>
  );
};
