import { ServerMark, type MarkedServer } from '@/lib/ui/server-mark';
import styles from './server-name.module.css';

/** A server in running text, with its mark. */
export const Server = ({ name }: { name: MarkedServer }) => (
  <span className={styles.server}>
    <ServerMark server={name} /> {name}
  </span>
);
