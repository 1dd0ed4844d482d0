import type { Metadata } from 'next';
import { requireViewer } from '@/lib/accounts/require-viewer';
import { countUnread, mostCounted } from '@/lib/notifications/count-unread';
import { listNotifications } from '@/lib/notifications/list-notifications';
import { readId } from '@/lib/questions/question';
import { MarkAllRead } from './mark-all-read';
import styles from './notifications.module.css';
import { ThreadNotifications } from './thread-notifications';

export const metadata: Metadata = { title: 'Notifications', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const NotificationsPage = async ({ searchParams }: Props) => {
  const viewer = await requireViewer('/notifications');
  const { before } = await searchParams;
  const place = readId(typeof before === 'string' ? before : '');
  const [{ groups, newest, next }, unread] = await Promise.all([
    listNotifications(viewer.id, place),
    countUnread(viewer.id),
  ]);
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <h1>Notifications</h1>
        <p>
          {unread === 0
            ? 'None unread.'
            : `${unread < mostCounted ? unread : `Over ${mostCounted - 1}`} unread.`}{' '}
          <a href="/account#mail">Mail and account</a>
        </p>
      </div>
      {place === null && newest !== null && unread > 0 && <MarkAllRead upTo={newest} />}
      {groups.length === 0 ? (
        <div className={styles.empty}>
          <p>
            {place === null
              ? 'Nothing yet. When somebody answers or comments where you asked, answered or pressed “Follow”, it stands here.'
              : 'These were all.'}
          </p>
          <p>
            <a href="/questions?tab=following">What you follow</a> · <a href="/questions">All questions</a>
          </p>
        </div>
      ) : (
        groups.map((group) => <ThreadNotifications key={group.question.id} group={group} />)
      )}
      {next !== null ? (
        <p className={styles.next}>
          <a href={`/notifications?before=${next}`} rel="next">
            Older notifications
          </a>
        </p>
      ) : (
        groups.length > 0 && <p className={styles.end}>Notifications are kept for a year.</p>
      )}
    </div>
  );
};
export default NotificationsPage;
