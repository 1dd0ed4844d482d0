import type { Notification, ThreadGroup } from '@/lib/notifications/notification';
import { say } from '@/lib/notifications/say';
import { questionPath } from '@/lib/questions/question';
import { MomentText } from '@/lib/ui/moment-text';
import styles from './notifications.module.css';

const Item = ({ one }: { one: Notification }) => {
  const href = `/notifications/${one.id}`;
  return (
    <li className={one.isRead ? undefined : styles.unread}>
      <p>
        {!one.isRead && <strong className={styles.mark}>New</strong>}
        {one.isReachable ? <a href={href}>{say(one)}</a> : <span>{say(one)}</span>}{' '}
        <span className={styles.when}>
          <MomentText at={one.createdAt.getTime()} />
        </span>
        {!one.isReachable && !one.isRead && <a href={href}>Mark as read</a>}
      </p>
      {one.words && <p className={styles.words}>{one.words}</p>}
    </li>
  );
};

/** What happened in one thread. */
export const ThreadNotifications = ({ group: { question, notifications } }: { group: ThreadGroup }) => (
  <section className={styles.thread} aria-labelledby={`thread-${question.id}`}>
    <h2 id={`thread-${question.id}`}>
      {notifications.some(({ isReachable }) => isReachable) ? (
        <a href={questionPath(question)}>{question.title}</a>
      ) : (
        question.title
      )}
    </h2>
    <ol>
      {notifications.map((one) => (
        <Item key={one.id} one={one} />
      ))}
    </ol>
  </section>
);
