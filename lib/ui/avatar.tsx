import { initialsOf, toneOf } from './avatar-look';
import styles from './avatar.module.css';

type Props = {
  /** Null: the account is gone. */
  id: string | null;
  name: string | null;
  size?: 'small' | 'large';
};

/** A person's initials on a colour of their own. The name stands beside it, so screen readers leave it out. */
export const Avatar = ({ id, name, size = 'small' }: Props) => {
  const look = id === null ? styles.nobody : styles[toneOf(id)];
  return (
    <span className={`${styles.avatar} ${look} ${size === 'large' ? styles.large : ''}`} aria-hidden="true">
      {id !== null && name !== null && initialsOf(name)}
    </span>
  );
};
