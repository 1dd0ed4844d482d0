import { badgeOf, type Role } from '../roles';
import styles from './role-badge.module.css';

/** “Mentor”, “Moderator” or “Admin” beside a name; nothing for those who only learn. */
export const RoleBadge = ({ role }: { role: Role | null }) => {
  const words = role && badgeOf(role);
  return words ? <span className={styles.badge}>{words}</span> : null;
};
