import styles from '@/lib/moderation/ui/queue.module.css';

const places = [
  ['/moderation', 'Queue'],
  ['/moderation/audit', 'Audit trail'],
  ['/questions', 'Questions'],
] as const;

/** The rooms of the moderators. */
export const ModerationNav = ({ current }: { current: string | null }) => (
  <nav className={styles.nav} aria-label="Moderation">
    <ul>
      {places.map(([href, words]) => (
        <li key={href}>
          <a href={href} aria-current={href === current ? 'page' : undefined}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
