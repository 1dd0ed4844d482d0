import styles from './server-mark.module.css';

export type MarkedServer = 'app1' | 'app2' | 'app3';

const shapes = {
  app1: <circle cx="8" cy="8" r="6" />,
  app2: <path d="M8 1.6 14.8 14H1.2Z" />,
  app3: <rect x="2.4" y="2.4" width="11.2" height="11.2" />,
};

/** A server's mark in its colour: circle, triangle, square. Decorative; the name stands beside it. */
export const ServerMark = ({ server }: { server: MarkedServer }) => (
  <svg
    className={`${styles.mark} ${styles[server]}`}
    viewBox="0 0 16 16"
    aria-hidden="true"
    focusable="false"
  >
    {shapes[server]}
  </svg>
);
