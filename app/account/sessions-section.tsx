import { listSessions } from '@/lib/accounts/list-sessions';
import type { Viewer } from '@/lib/accounts/viewer';
import { SessionList } from './session-list';
import styles from './account.module.css';
import { SignOut } from './sign-out';

/** Where one is signed in, and the ways out. */
export const SessionsSection = async ({ viewer }: { viewer: Viewer }) => (
  <section className={styles.section} aria-labelledby="sessions">
    <h2 id="sessions">Where you are signed in</h2>
    <p>
      A session ends 30 days after its sign-in, or when you end it here. Do you not know one? End it
      {viewer.isGuest ? '.' : ', and change your password.'}
    </p>
    <SessionList sessions={await listSessions(viewer)} />
    <SignOut />
  </section>
);
